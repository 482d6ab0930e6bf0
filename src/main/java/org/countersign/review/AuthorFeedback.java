package org.countersign.review;

import org.countersign.people.Role;
import org.countersign.post.Feedback;
import org.countersign.post.PostContent;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.screening.Finding;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the author is told: decisions of reviewers and findings of the rules, on the last version.
 */
@Component
class AuthorFeedback implements Feedback {

    /** Characters shown before and after the words a finding is about. */
    private static final int AROUND = 40;

    private final Posts posts;
    private final ReviewRepository reviews;
    private final FindingRepository findings;

    AuthorFeedback(Posts posts, ReviewRepository reviews, FindingRepository findings) {
        this.posts = posts;
        this.reviews = reviews;
        this.findings = findings;
    }

    @Override
    public List<Remark> on(UUID postId) {
        return posts.currentVersion(postId).map(this::on).orElse(List.of());
    }

    private List<Remark> on(PostVersion version) {
        Map<String, String> texts = VersionScreening.draft(version.content()).texts();
        return Stream.concat(
                        reviews.decisions(version.postId(), version.number()).stream().map(AuthorFeedback::remark),
                        findings.of(version.postId(), version.number()).stream().map(found -> remark(found, version, texts)))
                .sorted(Comparator.comparing(Remark::weight)).toList();
    }

    private static Remark remark(Decision decision) {
        String role = Role.of(decision.role()).map(Role::label).orElse(decision.role());
        return switch (decision.kind()) {
            case APPROVE -> new Remark(Weight.AGREES, role, "Approved.", null, decision.at(), List.of());
            case CHANGES -> new Remark(Weight.MUST, role, decision.explanation(), null, decision.at(), List.of());
            case REJECT -> new Remark(Weight.MUST, role, "Rejected (" + decision.reasonCode() + "). " + decision.explanation(),
                    null, decision.at(), List.of());
        };
    }

    private static Remark remark(Finding finding, PostVersion version, Map<String, String> texts) {
        Weight weight = switch (finding.severity()) {
            case BLOCK -> Weight.MUST;
            case REVIEW -> Weight.LOOK;
            case WARN -> Weight.NOTE;
        };
        return new Remark(weight, where(finding.field(), version.content()), finding.reason(), finding.citation(),
                version.submittedAt(), excerpt(finding, texts.get(finding.field())));
    }

    private static List<Piece> excerpt(Finding finding, String text) {
        if (text == null || finding.start() < 0 || finding.end() > text.length() || finding.start() >= finding.end()) {
            return List.of();
        }
        int from = Math.max(0, finding.start() - AROUND);
        int to = Math.min(text.length(), finding.end() + AROUND);
        return List.of(new Piece((from > 0 ? "…" : "") + text.substring(from, finding.start()), false),
                new Piece(text.substring(finding.start(), finding.end()), true),
                new Piece(text.substring(finding.end(), to) + (to < text.length() ? "…" : ""), false));
    }

    /** The name of the field for people: {@code Text for Bluesky}, {@code Picture 1}, {@code Link 2}. */
    private static String where(String field, PostContent content) {
        for (var channel : content.texts().keySet()) {
            if (field.equals("text." + channel.name())) {
                return "Text for " + channel.label();
            }
        }
        String[] parts = field.split("\\.");
        boolean numbered = parts.length > 1 && parts[1].matches("\\d{1,4}");
        if (numbered && parts[0].equals("media")) {
            return "Picture " + (Integer.parseInt(parts[1]) + 1);
        }
        return numbered && parts[0].equals("link") ? "Link " + (Integer.parseInt(parts[1]) + 1) : "The post";
    }
}
