package org.countersign.adoption;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.PostContent;
import org.countersign.post.PostVersion;
import org.countersign.post.PublicationCondition;
import org.countersign.post.SubmissionCondition;
import org.countersign.post.SubmittedPosts;
import org.countersign.review.RiskTables;
import org.countersign.review.Reviews;
import org.countersign.review.VersionScreening;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Asks the gate when a post is submitted and again right before it is sent. A post that is held says which step holds it,
 * whose turn it is, and since when.
 */
@Component
class PostGate implements SubmissionCondition, PublicationCondition {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final ProgramGate gate;
    private final StepPlans plans;
    private final RiskTables tables;
    private final Reviews reviews;
    private final VersionScreening screening;
    private final SubmittedPosts posts;
    private final Accounts accounts;
    private final Entities entities;
    private final Directory people;
    private final ZoneId zone;

    PostGate(ProgramGate gate, StepPlans plans, RiskTables tables, Reviews reviews, VersionScreening screening,
             SubmittedPosts posts, Accounts accounts, Entities entities, Directory people, ZoneId zone) {
        this.gate = gate;
        this.plans = plans;
        this.tables = tables;
        this.reviews = reviews;
        this.screening = screening;
        this.posts = posts;
        this.accounts = accounts;
        this.entities = entities;
        this.people = people;
        this.zone = zone;
    }

    @Override
    public Optional<String> refusal(PostContent content, Instant now) {
        return refusal(content, () -> tables.kindClass(content.kind()));
    }

    @Override
    public Optional<String> refusal(PostVersion version, Instant now) {
        return refusal(version.content(), () -> reviews.routing(version.postId(), version.number())
                .map(routing -> routing.riskClass()).orElseGet(() -> tables.kindClass(version.content().kind())));
    }

    @Override
    public boolean needsNewTime() {
        return true;
    }

    private Optional<String> refusal(PostContent content, Supplier<Integer> riskClass) {
        List<String> concerned = content.accounts().stream().flatMap(id -> accounts.find(id).stream()).map(Account::entity)
                .distinct().toList();
        int of = riskClass.get();
        List<Obstacle> obstacles = obstacles(concerned, new GateQuestion(of, content.kind(), true));
        if (!obstacles.isEmpty() && !newGround(content)) {
            obstacles = obstacles(concerned, new GateQuestion(of, content.kind(), false));
        }
        return obstacles.isEmpty() ? Optional.empty()
                : Optional.of(obstacles.stream().map(this::sentence).collect(Collectors.joining(" ")));
    }

    private List<Obstacle> obstacles(List<String> concerned, GateQuestion question) {
        return concerned.stream().flatMap(entity -> gate.obstacles(entity, question).stream()).toList();
    }

    private boolean newGround(PostContent content) {
        return screening.addressesNewAccount(content) || !posts.everPublished(content.kind());
    }

    private String sentence(Obstacle obstacle) {
        StepPlan plan = plans.of(obstacle.step());
        Role turn = obstacle.state() == StepState.SUBMITTED ? plan.answers() : plan.owner();
        String names = people.members(turn).stream().map(Person::name).collect(Collectors.joining(", "));
        return "%s for %s: step %d, %s, %s%s. It is the turn of %s%s.".formatted(
                obstacle.effect() == GateEffect.DEFENSIVE ? "Nothing new is published" : "Publishing is on hold",
                entities.find(obstacle.entity()).map(Entity::name).orElse(obstacle.entity()), obstacle.step().number(),
                obstacle.step().label(), state(obstacle.state()),
                obstacle.since() == null ? "" : " since " + DAY.format(obstacle.since().atZone(zone)), turn.label(),
                names.isEmpty() ? ", whom nobody has named yet" : " (" + names + ")");
    }

    private static String state(StepState state) {
        return switch (state) {
            case NOT_STARTED -> "has not been started";
            case IN_PROGRESS -> "is in progress";
            case SUBMITTED -> "waits for a decision";
            case ACCEPTED, DUE, WAIVED -> "is accepted";
            case LAPSED -> "has lapsed";
            case REFUSED -> "was refused";
        };
    }
}
