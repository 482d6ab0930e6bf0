package org.countersign.review;

import org.countersign.IntegrationTest;
import org.countersign.account.Channel;
import org.countersign.post.Desk;
import org.countersign.post.Feedback;
import org.countersign.post.Feedback.Weight;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostVersion;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.countersign.post.web.DeskSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AuthorFeedbackIT {

    @Autowired
    private Desk desk;
    @Autowired
    private VersionScreening screening;
    @Autowired
    private ReviewRepository reviews;
    @Autowired
    private Feedback feedback;
    @Autowired
    private ApplicationContext application;

    @Test
    void the_author_reads_what_was_found_and_decided_what_must_be_mended_first() {
        DeskSession.connectAccounts(application);
        PostVersion version = submitted("Thank you to our patient with MRN 4711234 for the kind words.");
        assertThat(feedback.on(version.postId())).isEmpty();

        screening.screen(version);
        reviews.insert(decision(version, "marketing", Decision.Kind.APPROVE, ""));
        reviews.insert(decision(version, "legal", Decision.Kind.CHANGES, "Leave the number out."));

        List<Feedback.Remark> remarks = feedback.on(version.postId());
        assertThat(remarks).extracting(Feedback.Remark::weight).isSorted().contains(Weight.MUST, Weight.AGREES);
        assertThat(remarks).anySatisfy(remark -> {
            assertThat(remark.from()).isEqualTo("Legal");
            assertThat(remark.what()).isEqualTo("Leave the number out.");
        });
        assertThat(remarks).anySatisfy(remark -> {
            assertThat(remark.from()).isEqualTo("Text for Bluesky");
            assertThat(remark.law()).isNotBlank();
            assertThat(remark.excerpt()).filteredOn(Feedback.Piece::marked).singleElement()
                    .satisfies(piece -> assertThat(piece.text()).contains("4711234"));
        });
    }

    private PostVersion submitted(String text) {
        Instant now = Instant.now();
        Post post = desk.create(new PostContent(PostKind.EVENT, Map.of(Channel.BLUESKY, text), List.of(), List.of(),
                List.of("bluesky-hospital"), new Schedule(null, now.plus(3, ChronoUnit.DAYS), ZoneId.of("America/New_York")),
                false, false, ServiceLine.GENERAL, false, false), "ana");
        return desk.submit(post.id(), post.revision(), "ana");
    }

    private static Decision decision(PostVersion version, String role, Decision.Kind kind, String explanation) {
        return new Decision(version.postId(), version.number(), role, version.digest(), role + "-" + version.postId(), "lena",
                Instant.now(), kind, explanation, null, null, "review-" + role + ":1", Map.of());
    }
}
