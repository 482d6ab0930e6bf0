package org.countersign.review;

import org.countersign.post.ContentDigest;
import org.countersign.post.Contents;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class ApprovalConditionTest {

    private static final Instant NOW = Contents.NOON;
    private static final UUID POST = UUID.randomUUID();
    private static final PostVersion VERSION = new PostVersion(POST, 2, ContentDigest.of(Contents.event()),
            Contents.event(), "ana", NOW.minusSeconds(3600));

    private final Posts posts = mock();
    private final ReviewRepository repository = mock();
    private final BlockingFindings blocking = mock();
    private final ApprovalCondition condition = new ApprovalCondition(posts, repository, blocking);
    private final List<Decision> decisions = new ArrayList<>();

    @BeforeEach
    void legalAndPrivacyAreRequired() {
        when(posts.currentVersion(POST)).thenReturn(Optional.of(VERSION));
        when(posts.contributors(POST)).thenReturn(Set.of("ana"));
        when(repository.routing(POST, 2)).thenReturn(Optional.of(new Routing(POST, 2, 3, "AFTER_ALL_APPROVALS",
                List.of("legal", "privacy"), Map.of(), NOW)));
        when(repository.reviews(POST, 2)).thenReturn(List.of(review("legal"), review("privacy")));
        when(repository.decisions(POST, 2)).thenReturn(decisions);
        when(blocking.unresolved(any())).thenReturn(Optional.empty());
    }

    @Test
    void complete_approvals_of_different_people_let_it_out() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        assertThat(condition.refusal(VERSION, NOW)).isEmpty();
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.APPROVED);
    }

    @Test
    void a_missing_role_keeps_it_in() {
        decisions.add(approval("legal", "lena"));
        assertThat(condition.refusal(VERSION, NOW)).hasValueSatisfying(why -> assertThat(why).contains("privacy"));
        assertThat(condition.verdict(VERSION, NOW)).isEmpty();
    }

    @Test
    void one_person_for_two_roles_keeps_it_in() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "lena")));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void an_approval_by_somebody_who_wrote_it_keeps_it_in() {
        decisions.addAll(List.of(approval("legal", "ana"), approval("privacy", "pia")));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void an_approval_of_another_digest_keeps_it_in() {
        decisions.addAll(List.of(approval("legal", "lena"), decision("privacy", "pia", Decision.Kind.APPROVE,
                "0".repeat(64), NOW)));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void an_approval_that_is_no_longer_valid_keeps_it_in_and_asks_for_a_new_time() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        Instant later = NOW.plus(Duration.ofHours(5));
        assertThat(condition.refusal(VERSION, later)).hasValueSatisfying(why -> assertThat(why).contains("valid"));
        assertThat(condition.verdict(VERSION, later)).contains(Verdict.LATE);
    }

    @Test
    void content_that_does_not_fit_its_digest_keeps_it_in() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        PostVersion tampered = new PostVersion(POST, 2, VERSION.digest(), Contents.with(Map.of(), List.of()), "ana", NOW);
        assertThat(condition.refusal(tampered, NOW)).hasValueSatisfying(why -> assertThat(why).contains("digest"));
    }

    @Test
    void a_newer_version_keeps_the_older_in() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        when(posts.currentVersion(POST)).thenReturn(Optional.of(new PostVersion(POST, 3, VERSION.digest(),
                VERSION.content(), "ana", NOW)));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void a_finding_that_nobody_determined_keeps_it_in() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        when(blocking.unresolved(any())).thenReturn(Optional.of("Finding P1 blocks."));
        assertThat(condition.refusal(VERSION, NOW)).contains("Finding P1 blocks.");
        assertThat(condition.verdict(VERSION, NOW)).isEmpty();
    }

    @Test
    void a_version_that_was_never_routed_keeps_in() {
        when(repository.routing(POST, 2)).thenReturn(Optional.empty());
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void a_rejection_outweighs_changes_and_both_outweigh_approvals() {
        decisions.addAll(List.of(approval("legal", "lena"), decision("privacy", "pia", Decision.Kind.CHANGES,
                VERSION.digest(), NOW)));
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.CHANGES);
        decisions.add(decision("clinical", "clara", Decision.Kind.REJECT, VERSION.digest(), NOW));
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.REJECTED);
    }

    @Test
    void approvals_after_the_time_to_publish_are_late() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        assertThat(condition.verdict(VERSION, VERSION.content().schedule().notAfter().plusSeconds(1)))
                .contains(Verdict.LATE);
    }

    private static Review review(String role) {
        return new Review(POST, 2, role, NOW.minusSeconds(60), NOW.plusSeconds(60), "test", 4, "executive");
    }

    private static Decision approval(String role, String by) {
        return decision(role, by, Decision.Kind.APPROVE, VERSION.digest(), NOW);
    }

    private static Decision decision(String role, String by, Decision.Kind kind, String digest, Instant at) {
        return new Decision(POST, 2, role, digest, "task-" + role, by, at, kind, "", null, null, "form:1", Map.of());
    }
}
