package org.countersign.training;

import org.countersign.engine.access.Passwords;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Signatures below a submitted policy, and its publication. Legal, Privacy, HR and Compliance sign in any order, the
 * executive last; nobody signs for two roles; each signature names the digest and asks for the password again.
 */
@Service
public class PolicySigning {

    private static final List<Role> FIRST = List.of(Role.LEGAL, Role.PRIVACY, Role.HR, Role.COMPLIANCE);
    /** Everybody whose signature a policy needs, in their order. */
    public static final List<Role> ROLES = List.of(Role.LEGAL, Role.PRIVACY, Role.HR, Role.COMPLIANCE, Role.EXECUTIVE);

    private final PolicyRepository repository;
    private final Directory directory;
    private final Passwords passwords;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PolicySigning(PolicyRepository repository, Directory directory, Passwords passwords, Ledger ledger,
                  ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.directory = directory;
        this.passwords = passwords;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** The signatures that count, in the order in which they were given. */
    public List<PolicySignature> signatures(PolicyVersion policy) {
        return repository.signatures(policy.id(), policy.round());
    }

    /** Roles whose signature is missing, in their order. */
    public List<Role> missing(PolicyVersion policy) {
        List<Role> missing = new ArrayList<>(ROLES);
        signatures(policy).forEach(signature -> missing.remove(signature.role()));
        return missing;
    }

    /** Roles for which this person could sign now. */
    public List<Role> open(PolicyVersion policy, String userId) {
        if (policy.state() != PolicyVersion.State.SUBMITTED
                || signatures(policy).stream().anyMatch(signature -> signature.userId().equals(userId))) {
            return List.of();
        }
        List<Role> missing = missing(policy);
        return directory.find(userId).map(person -> missing.stream().filter(person::has)
                .filter(role -> role != Role.EXECUTIVE || missing.stream().noneMatch(FIRST::contains)).toList()).orElse(List.of());
    }

    /**
     * Signs for a role.
     *
     * @param digest   digest of the text that the person read
     * @param password asked for again: a session that was left open must not sign
     * @throws Refused when this person may not sign for this role now, or the text or password is not the right one
     */
    @Transactional
    public PolicySignature sign(UUID policyId, Role role, String digest, String password, String userId) {
        PolicyVersion policy = submitted(policyId);
        Person person = directory.find(userId).filter(found -> found.has(role) && ROLES.contains(role))
                .orElseThrow(() -> new Refused("You do not hold the role \"%s\", so somebody else must sign for it."
                        .formatted(role.label())));
        if (!policy.digest().equals(digest)) {
            throw new Refused("The text you read is not the one that was submitted. Read it again, then sign.");
        }
        requireTurn(policy, role, userId);
        if (!passwords.right(person.id(), password)) {
            throw new Refused("The password is wrong. Nothing was signed; wait a few seconds and try again.");
        }
        PolicySignature signature = new PolicySignature(policyId, policy.round(), role, userId, digest, clock.instant());
        repository.sign(signature);
        append("policy.signed", policy, userId, signature.signedAt(), Map.of("role", role.id()), Map.of(
                "meaning", "I have read this version and approve it for " + role.label() + "."));
        return signature;
    }

    /**
     * Gives a submitted version back to its writers; the signatures of this round count no more.
     *
     * @throws Refused without a reason, or when the person neither signs nor writes policies
     */
    @Transactional
    public void giveBack(UUID policyId, String reason, String userId) {
        PolicyVersion policy = submitted(policyId);
        if (directory.find(userId).filter(person -> ROLES.stream().anyMatch(person::has)).isEmpty()) {
            throw new Refused("Only those who sign or write policies can give one back.");
        }
        if (reason == null || reason.isBlank() || reason.length() > Policies.LONGEST_SECTION) {
            throw new Refused("Say what must change before you give the policy back.");
        }
        repository.reopen(policyId);
        append("policy.given-back", policy, userId, clock.instant(), Map.of(), Map.of("reason", reason.strip()));
    }

    /**
     * Puts a version in force; everybody must read it.
     *
     * @throws Refused naming the signatures that are missing, or when the person is not of Compliance
     */
    @Transactional
    public PolicyVersion publish(UUID policyId, String userId) {
        PolicyVersion policy = submitted(policyId);
        if (directory.find(userId).filter(person -> person.has(Role.COMPLIANCE)).isEmpty()) {
            throw new Refused("Policies are published by members of Compliance.");
        }
        List<Role> missing = missing(policy);
        if (!missing.isEmpty()) {
            throw new Refused("The policy cannot be published without the signature of %s.".formatted(labels(missing)));
        }
        Instant now = clock.instant();
        repository.publish(policyId, userId, now);
        append("policy.published", policy, userId, now, Map.of(), Map.of());
        events.publishEvent(new PolicyPublished(policy.entity(), policy.number(), policy.digest(), userId));
        return repository.find(policyId).orElseThrow();
    }

    private void requireTurn(PolicyVersion policy, Role role, String userId) {
        List<PolicySignature> given = signatures(policy);
        if (given.stream().anyMatch(signature -> signature.role() == role)) {
            throw new Refused("Somebody has already signed for \"%s\".".formatted(role.label()));
        }
        if (given.stream().anyMatch(signature -> signature.userId().equals(userId))) {
            throw new Refused("You already signed this version for another role; somebody else must sign for \"%s\"."
                    .formatted(role.label()));
        }
        List<Role> before = missing(policy).stream().filter(FIRST::contains).toList();
        if (role == Role.EXECUTIVE && !before.isEmpty()) {
            throw new Refused("The executive signs last. Still missing: %s.".formatted(labels(before)));
        }
    }

    private PolicyVersion submitted(UUID id) {
        PolicyVersion policy = repository.lock(id)
                .orElseThrow(() -> new NoSuchElementException("There is no such version of a policy."));
        if (policy.state() != PolicyVersion.State.SUBMITTED) {
            throw new Refused("This version does not wait for signatures: it is in the state \"%s\"."
                    .formatted(policy.state().label()));
        }
        return policy;
    }

    private static String labels(List<Role> roles) {
        return roles.stream().map(Role::label).collect(Collectors.joining(", "));
    }

    private void append(String kind, PolicyVersion policy, String userId, Instant at, Map<String, String> more, Object payload) {
        Map<String, String> references = new TreeMap<>(Map.of("entity", policy.entity(), "digest", policy.digest(),
                "policyVersion", Integer.toString(policy.number()), "round", Integer.toString(policy.round())));
        references.putAll(more);
        ledger.append(new LedgerEntry(policy.id(), kind, Actor.staff(userId), at, references, payload));
    }
}
