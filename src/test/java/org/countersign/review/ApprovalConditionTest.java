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
        when(posts.authors(any())).thenReturn(Set.of("ana"));
        when(repository.routing(POST, 2)).thenReturn(Optional.of(new Routing(POST, 2, 3, "AFTER_ALL_APPROVALS",
                List.of("legal", "privacy"), Map.of(), NOW)));
        when(repository.reviews(POST, 2)).thenReturn(List.of(review("legal"), review("privacy")));
        when(repository.decisions(POST, 2)).thenReturn(decisions);
        when(blocking.unresolved(any())).thenReturn(Optional.empty());
    }

    @Test
    void completeApprovalsOfDifferentPeopleLetItOut() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        assertThat(condition.refusal(VERSION, NOW)).isEmpty();
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.APPROVED);
    }

    @Test
    void aMissingRoleKeepsItIn() {
        decisions.add(approval("legal", "lena"));
        assertThat(condition.refusal(VERSION, NOW)).hasValueSatisfying(why -> assertThat(why).contains("privacy"));
        assertThat(condition.verdict(VERSION, NOW)).isEmpty();
    }

    @Test
    void onePersonForTwoRolesKeepsItIn() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "lena")));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void anApprovalBySomebodyWhoWroteItKeepsItIn() {
        decisions.addAll(List.of(approval("legal", "ana"), approval("privacy", "pia")));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void anApprovalOfAnotherDigestKeepsItIn() {
        decisions.addAll(List.of(approval("legal", "lena"), decision("privacy", "pia", Decision.Kind.APPROVE,
                "0".repeat(64), NOW)));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void anApprovalThatIsNoLongerValidKeepsItInAndAsksForANewTime() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        Instant later = NOW.plus(Duration.ofHours(5));
        assertThat(condition.refusal(VERSION, later)).hasValueSatisfying(why -> assertThat(why).contains("valid"));
        assertThat(condition.verdict(VERSION, later)).contains(Verdict.LATE);
    }

    @Test
    void contentThatDoesNotFitItsDigestKeepsItIn() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        PostVersion tampered = new PostVersion(POST, 2, VERSION.digest(), Contents.with(Map.of(), List.of()), "ana", NOW);
        assertThat(condition.refusal(tampered, NOW)).hasValueSatisfying(why -> assertThat(why).contains("digest"));
    }

    @Test
    void aNewerVersionKeepsTheOlderIn() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        when(posts.currentVersion(POST)).thenReturn(Optional.of(new PostVersion(POST, 3, VERSION.digest(),
                VERSION.content(), "ana", NOW)));
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void aFindingThatNobodyDeterminedKeepsItIn() {
        decisions.addAll(List.of(approval("legal", "lena"), approval("privacy", "pia")));
        when(blocking.unresolved(any())).thenReturn(Optional.of("Finding P1 blocks."));
        assertThat(condition.refusal(VERSION, NOW)).contains("Finding P1 blocks.");
        assertThat(condition.verdict(VERSION, NOW)).isEmpty();
    }

    @Test
    void aVersionThatWasNeverRoutedKeepsIn() {
        when(repository.routing(POST, 2)).thenReturn(Optional.empty());
        assertThat(condition.refusal(VERSION, NOW)).isPresent();
    }

    @Test
    void aRejectionOutweighsChangesAndBothOutweighApprovals() {
        decisions.addAll(List.of(approval("legal", "lena"), decision("privacy", "pia", Decision.Kind.CHANGES,
                VERSION.digest(), NOW)));
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.CHANGES);
        decisions.add(decision("clinical", "clara", Decision.Kind.REJECT, VERSION.digest(), NOW));
        assertThat(condition.verdict(VERSION, NOW)).contains(Verdict.REJECTED);
    }

    @Test
    void approvalsAfterTheTimeToPublishAreLate() {
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
