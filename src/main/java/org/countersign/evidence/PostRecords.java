package org.countersign.evidence;

import org.countersign.ledger.Actor;
import org.countersign.ledger.LedgerRecord;
import org.countersign.ledger.LedgerVerifier;
import org.countersign.ledger.Streams;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Reads the record of a post, verifies it, and puts it into words.
 */
@Service
class PostRecords {

    private static final String APPLICATION = "Countersign";

    private final Streams streams;
    private final LedgerVerifier verifier;
    private final Directory directory;
    private final RecordWords words;
    private final RecordReaders readers;

    PostRecords(Streams streams, LedgerVerifier verifier, Directory directory, RecordWords words, RecordReaders readers) {
        this.streams = streams;
        this.verifier = verifier;
        this.directory = directory;
        this.words = words;
        this.readers = readers;
    }

    /**
     * The record as it stands at one moment.
     *
     * @throws ResponseStatusException 403 for those who may not read it, 404 when nothing was recorded
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PostRecord of(UUID postId, String userId) {
        readers.require(postId, userId);
        LedgerVerifier.Report report = verifier.stream(postId);
        List<LedgerRecord> records = streams.readable(postId);
        if (records.isEmpty() && report.sound()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        UnaryOperator<String> names = names();
        return new PostRecord(postId, new PostRecord.Verification(report.records(), report.sound(), report.problems()),
                records.stream().map(record -> entry(record, names)).toList());
    }

    private PostRecord.Entry entry(LedgerRecord record, UnaryOperator<String> names) {
        String who = record.actor().type() == Actor.Type.SYSTEM ? APPLICATION : names.apply(record.actor().id());
        return new PostRecord.Entry(record.sequence(), record.id(), record.kind(), record.actor(), who,
                words.of(record, names), record.occurredAt(), record.recordedAt(), record.references(), record.payload());
    }

    /** Nobody is looked up twice; who has left is shown by the id. */
    private UnaryOperator<String> names() {
        Map<String, String> known = new HashMap<>();
        return userId -> known.computeIfAbsent(userId, id -> directory.find(id).map(Person::name).orElse(id));
    }
}
