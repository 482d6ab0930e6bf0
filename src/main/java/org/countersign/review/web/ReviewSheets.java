package org.countersign.review.web;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.people.Directory;
import org.countersign.post.ChannelPreview;
import org.countersign.post.DeliveryProgress;
import org.countersign.post.PostContent;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.post.Previews;
import org.countersign.post.ServiceLine;
import org.countersign.review.Comments;
import org.countersign.review.Decision;
import org.countersign.review.Determinations;
import org.countersign.review.ReviewTask;
import org.countersign.review.Reviews;
import org.countersign.review.VersionDiff;
import org.countersign.review.Views;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gathers what a task is about.
 */
@Component
class ReviewSheets {

    private static final List<String> CLASSES = List.of("routine", "low", "moderate", "high", "critical");

    private final Posts posts;
    private final Previews previews;
    private final Accounts accounts;
    private final FindingList findings;
    private final Reviews reviews;
    private final Determinations determinations;
    private final VersionDiff diff;
    private final Views views;
    private final Comments comments;
    private final Directory directory;
    private final ObjectProvider<DeliveryProgress> deliveries;
    private final Clock clock;

    ReviewSheets(Posts posts, Previews previews, Accounts accounts, FindingList findings, Reviews reviews,
                 Determinations determinations, VersionDiff diff, Views views, Comments comments, Directory directory,
                 ObjectProvider<DeliveryProgress> deliveries, Clock clock) {
        this.posts = posts;
        this.previews = previews;
        this.accounts = accounts;
        this.findings = findings;
        this.reviews = reviews;
        this.determinations = determinations;
        this.diff = diff;
        this.views = views;
        this.comments = comments;
        this.directory = directory;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The version that a task is about: the one its process or its delivery names, else the current one. */
    Optional<PostVersion> version(ReviewTask task) {
        return Optional.ofNullable(task.version()).or(() -> progress(task).map(DeliveryProgress.Progress::version))
                .map(number -> posts.version(task.postId(), number)).orElseGet(() -> posts.currentVersion(task.postId()));
    }

    private Optional<DeliveryProgress.Progress> progress(ReviewTask task) {
        return Optional.ofNullable(task.deliveryId())
                .flatMap(id -> deliveries.stream().flatMap(source -> source.of(id).stream()).findFirst());
    }

    ReviewSheet sheet(ReviewTask task, PostVersion version, String userId) {
        Names names = new Names(directory);
        DeliveryProgress.Progress progress = progress(task).orElse(null);
        int current = posts.currentVersion(version.postId()).orElseThrow().number();
        return new ReviewSheet(task, version, names.of(version.submittedBy()),
                task.role() == null ? null : Names.role(task.role()),
                reviews.routing(version.postId(), version.number()).map(routing -> riskClass(routing.riskClass())).orElse(null),
                task.due() != null && clock.instant().isAfter(task.due()), current == version.number() ? null : current,
                facts(version.content()), previews(version, progress), findings.of(version),
                determinations.reason(version.postId(), version.number()).orElse(null), comparison(version, userId),
                decisions(version.postId(), names), progress);
    }

    List<ReviewSheet.ShownComment> comments(UUID postId) {
        Names names = new Names(directory);
        return comments.of(postId).stream().map(comment -> new ReviewSheet.ShownComment(comment.version(),
                names.of(comment.by()), comment.at(), comment.text())).toList();
    }

    /** Whoever posts on one account by hand needs the text of its channel only. */
    private List<ChannelPreview> previews(PostVersion version, DeliveryProgress.Progress progress) {
        List<ChannelPreview> all = previews.of(version.content(), findings.marks(version));
        Optional<Account> account = Optional.ofNullable(progress).flatMap(known -> accounts.find(known.accountId()));
        return account.map(one -> all.stream().filter(preview -> preview.channel() == one.channel()).toList()).orElse(all);
    }

    private ReviewSheet.Comparison comparison(PostVersion version, String userId) {
        if (version.number() == 1) {
            return null;
        }
        Optional<Integer> seen = views.lastBefore(version, userId);
        int with = seen.orElse(version.number() - 1);
        return posts.version(version.postId(), with).map(earlier -> new ReviewSheet.Comparison(with, seen.isPresent(),
                diff.between(earlier.content(), version.content()))).orElse(null);
    }

    private List<ReviewSheet.ShownDecision> decisions(UUID postId, Names names) {
        return reviews.decisions(postId).stream().sorted(Comparator.comparing(Decision::at).reversed())
                .map(decision -> new ReviewSheet.ShownDecision(decision.version(), Names.role(decision.role()),
                        names.of(decision.by()), decision.at(), switch (decision.kind()) {
                            case APPROVE -> "approved";
                            case CHANGES -> "asked for changes";
                            case REJECT -> "rejected the post";
                        }, decision.kind().name().toLowerCase(), decision.explanation(), decision.reasonCode(),
                        decision.determination())).toList();
    }

    private static String riskClass(int number) {
        return "R" + number + ", " + CLASSES.get(number);
    }

    private static List<String> facts(PostContent content) {
        List<String> facts = new ArrayList<>();
        if (content.serviceLine() != ServiceLine.GENERAL) {
            facts.add("about " + content.serviceLine().label().toLowerCase());
        }
        if (content.personShown()) {
            facts.add("a person who is not staff is shown or described");
        }
        if (content.newsLinked()) {
            facts.add("touches an incident in the news or a death");
        }
        if (content.paid()) {
            facts.add("reach is paid for");
        }
        facts.add(content.aiAssisted() ? "a generator helped with it" : "no generator helped with it");
        return facts;
    }
}
