package org.countersign.training;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The social media policy of an entity while it is written: drafts by Compliance, frozen when they are submitted for
 * signature. Signing and publishing is {@link PolicySigning}.
 */
@Service
public class Policies {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_SECTION = 20_000;

    private final PolicyRepository repository;
    private final PolicySections checklist;
    private final LaborLint lint;
    private final Directory directory;
    private final Entities entities;
    private final Ledger ledger;
    private final Clock clock;

    Policies(PolicyRepository repository, PolicySections checklist, LaborLint lint, Directory directory, Entities entities,
             Ledger ledger, Clock clock) {
        this.repository = repository;
        this.checklist = checklist;
        this.lint = lint;
        this.directory = directory;
        this.entities = entities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The version in force; empty before the first. */
    public Optional<PolicyVersion> current(String entity) {
        return repository.current(entity);
    }

    /** All versions of an entity, the latest first. */
    public List<PolicyVersion> all(String entity) {
        return repository.all(entity);
    }

    /** The version that is written or signed at the moment. */
    public Optional<PolicyVersion> inWork(String entity) {
        return repository.all(entity).stream().filter(policy -> policy.state() != PolicyVersion.State.PUBLISHED).findFirst();
    }

    /** @throws NoSuchElementException when there is no such version */
    public PolicyVersion find(UUID id) {
        return repository.find(id).orElseThrow(() -> new NoSuchElementException("There is no such version of a policy."));
    }

    /** Whether this person writes policies. */
    public boolean writes(String userId) {
        return directory.find(userId).filter(person -> person.has(Role.COMPLIANCE)).isPresent();
    }

    /**
     * A new draft with the text of the last version, or with the model text when there is none.
     *
     * @throws Refused when the person is not of Compliance, there is no such entity, or a version is in work already
     */
    @Transactional
    public PolicyVersion draft(String entity, String userId) {
        requireWriter(userId);
        String name = entities.find(entity).orElseThrow(() -> new Refused("There is no such entity. Choose one of the "
                + "entities of the organization.")).name();
        Optional<PolicyVersion> last = repository.all(entity).stream().findFirst();
        if (last.filter(policy -> policy.state() != PolicyVersion.State.PUBLISHED).isPresent()) {
            throw new Refused("Version %d is in work already. Finish that one first.".formatted(last.get().number()));
        }
        PolicyVersion draft = new PolicyVersion(UUID.randomUUID(), entity, last.map(PolicyVersion::number).orElse(0) + 1,
                last.map(PolicyVersion::title).orElse("Social media policy of " + name),
                last.map(PolicyVersion::sections).orElseGet(checklist::modelText),
                last.map(PolicyVersion::reasons).orElseGet(Map::of), PolicyVersion.State.DRAFT, 1, 0, null, userId,
                clock.instant(), null, null, null, null);
        try {
            repository.insert(draft);
        } catch (DuplicateKeyException alreadyThere) {
            throw new Refused("Somebody else has just begun a version. Open that one.");
        }
        record("policy.drafted", draft, userId, draft.createdAt(), Map.of());
        return draft;
    }

    /**
     * Saves a draft.
     *
     * @param revision the revision that was read before writing
     * @param reasons  why findings stand, by key; reasons for findings that are gone are dropped
     * @throws Refused when the person is not of Compliance, somebody else saved since, or a text is too long
     */
    @Transactional
    public PolicyVersion save(UUID id, int revision, String title, Map<String, String> sections, Map<String, String> reasons,
                              String userId) {
        requireWriter(userId);
        requireStorable(title, sections, reasons);
        if (!repository.save(id, revision, title.strip(), sections, reasons)) {
            PolicyVersion stored = find(id);
            throw new Refused(stored.state() == PolicyVersion.State.DRAFT
                    ? "Somebody else saved this draft while you wrote. Your text is below; compare it with the stored one "
                    + "in another window, then save again to replace it."
                    : "This version was submitted meanwhile and cannot be changed any more.");
        }
        return find(id);
    }

    /**
     * Freezes a draft for signature.
     *
     * @throws Refused naming the mandatory sections that are missing, or the findings without a reason
     */
    @Transactional
    public PolicyVersion submit(UUID id, int revision, String userId) {
        requireWriter(userId);
        PolicyVersion draft = repository.lock(id).orElseThrow(() -> new NoSuchElementException("There is no such version."));
        if (draft.state() != PolicyVersion.State.DRAFT || draft.revision() != revision) {
            throw new Refused("This version was changed or submitted meanwhile. Open it again.");
        }
        requireComplete(draft);
        List<LintFinding> findings = requireReasons(draft);
        Instant now = clock.instant();
        String digest = draft.digestNow();
        repository.submit(id, digest, userId, now);
        PolicyVersion frozen = find(id);
        Map<String, Object> payload = new HashMap<>(Map.of("title", frozen.title(), "sections", frozen.sections()));
        payload.put("findings", findings);
        payload.put("reasons", reasonsOf(findings, frozen));
        record("policy.submitted", frozen, userId, now, payload);
        return frozen;
    }

    private void requireComplete(PolicyVersion draft) {
        List<String> missing = checklist.sections().stream()
                .filter(section -> section.mandatory() && draft.text(section.key()).isBlank())
                .map(PolicySections.Section::title).toList();
        if (draft.title().isBlank() || !missing.isEmpty()) {
            throw new Refused(missing.isEmpty() ? "Give the policy a title." : "A policy needs these sections as well:", missing);
        }
    }

    private List<LintFinding> requireReasons(PolicyVersion draft) {
        List<LintFinding> findings = lint.check(draft);
        Map<String, String> reasons = draft.reasons();
        List<String> unresolved = findings.stream().filter(finding -> reasons.getOrDefault(finding.key(), "").isBlank())
                .map(finding -> title(finding.section()) + ": " + finding.reason()).distinct().toList();
        if (!unresolved.isEmpty()) {
            throw new Refused("Change the wording, or say for each of these findings why it stands:", unresolved);
        }
        return findings;
    }

    private String title(String key) {
        return checklist.sections().stream().filter(section -> section.key().equals(key)).findFirst()
                .map(PolicySections.Section::title).orElse(key);
    }

    private static Map<String, String> reasonsOf(List<LintFinding> findings, PolicyVersion policy) {
        Map<String, String> reasons = new TreeMap<>();
        findings.forEach(finding -> reasons.put(finding.key(), policy.reasons().get(finding.key())));
        return reasons;
    }

    private void requireWriter(String userId) {
        if (!writes(userId)) {
            throw new Refused("Policies are written by members of Compliance.");
        }
    }

    private void requireStorable(String title, Map<String, String> sections, Map<String, String> reasons) {
        List<String> known = checklist.sections().stream().map(PolicySections.Section::key).toList();
        if (!known.containsAll(sections.keySet())) {
            throw new Refused("The policy has a section that the checklist does not know. Open the draft again.");
        }
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new Refused("Give the policy a title of at most %d characters.".formatted(LONGEST_TITLE));
        }
        List<String> tooLong = sections.entrySet().stream().filter(section -> section.getValue().length() > LONGEST_SECTION)
                .map(section -> title(section.getKey())).toList();
        if (!tooLong.isEmpty()) {
            throw new Refused("A section has at most %d characters. Shorten:".formatted(LONGEST_SECTION), tooLong);
        }
        if (!encodable(title) || !sections.values().stream().allMatch(Policies::encodable)
                || !reasons.values().stream().allMatch(Policies::encodable)) {
            throw new Refused("A text holds a character that cannot be stored. Type it again instead of pasting it.");
        }
    }

    /** No half of a surrogate pair, no NUL: neither can be digested or stored. */
    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\u0000') < 0;
    }

    private void record(String kind, PolicyVersion policy, String userId, Instant at, Map<String, Object> payload) {
        Map<String, String> references = new TreeMap<>(Map.of("entity", policy.entity(),
                "policyVersion", Integer.toString(policy.number())));
        if (policy.digest() != null) {
            references.put("digest", policy.digest());
        }
        ledger.append(new LedgerEntry(policy.id(), kind, Actor.staff(userId), at, references, payload));
    }
}
