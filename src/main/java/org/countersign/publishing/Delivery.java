package org.countersign.publishing;

import java.time.Instant;
import java.util.UUID;

/**
 * A version on its way to one account.
 *
 * @param digest         content digest of the version, as it was approved
 * @param recordKey      key of the record on AT Protocol, chosen when the delivery was made
 * @param idempotencyKey key of the request on networks that recognize a repetition, chosen likewise
 * @param recordTime     the time written into the post, UTC, chosen likewise
 * @param fence          number of the attempt that may write the outcome
 * @param tries          attempts in a row that certainly did not arrive
 * @param looks          looks in a row that did not find the post
 * @param remoteUrl      where people see the post; null until it is there
 * @param explanation    what went wrong, a sentence for people, or null
 * @param advice         what to do about it, a sentence for people, or null
 * @param changedAt      when the state changed last, UTC
 */
public record Delivery(UUID id, UUID postId, int versionNumber, String accountId, String digest, String recordKey,
                       UUID idempotencyKey, Instant recordTime, DeliveryState state, long fence, int tries, int looks,
                       String remoteId, String remoteUrl, String explanation, String advice, Instant changedAt) {

    Delivery in(DeliveryState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("Delivery " + id + " is " + state + " and cannot become " + next);
        }
        return new Delivery(id, postId, versionNumber, accountId, digest, recordKey, idempotencyKey, recordTime, next, fence,
                tries, looks, remoteId, remoteUrl, explanation, advice, changedAt);
    }

    Delivery at(String remoteId, String remoteUrl) {
        return new Delivery(id, postId, versionNumber, accountId, digest, recordKey, idempotencyKey, recordTime, state, fence,
                tries, looks, remoteId, remoteUrl, null, null, changedAt);
    }

    Delivery because(String explanation, String advice) {
        return new Delivery(id, postId, versionNumber, accountId, digest, recordKey, idempotencyKey, recordTime, state, fence,
                tries, looks, remoteId, remoteUrl, explanation, advice, changedAt);
    }

    Delivery counting(long fence, int tries, int looks) {
        return new Delivery(id, postId, versionNumber, accountId, digest, recordKey, idempotencyKey, recordTime, state, fence,
                tries, looks, remoteId, remoteUrl, explanation, advice, changedAt);
    }
}
