package org.countersign.oversight;

import org.countersign.account.Channel;
import org.countersign.oversight.CountFigure.Plan;
import org.countersign.oversight.CountFigure.Share;
import org.countersign.oversight.CountFigure.Sum;
import org.countersign.oversight.Figure.Section;
import org.countersign.oversight.Figure.Shape;
import org.countersign.people.Role;
import org.countersign.post.PostKind;
import org.countersign.post.PostState;
import org.countersign.publishing.DeliveryState;
import org.countersign.screening.FindingCatalog;
import org.countersign.screening.FindingCode;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The figures of the post loop: what is counted, and how it is called.
 */
@Component
class PostLoopFigures {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);
    private static final Map<String, String> OUTCOMES = ordered("APPROVE", "Approved", "CHANGES", "Changes asked for",
            "REJECT", "Rejected", "BLOCKED", "Blocked by findings");
    private static final Map<String, String> PUNCTUALITY = ordered("IN_TIME", "In time", "LATE", "Late", "OPEN", "Still open");
    private static final Map<String, String> SEVERITIES = ordered("BLOCK", "Blocks", "REVIEW", "Needs a reviewer",
            "WARN", "Author takes note");

    private final Facts facts;
    private final FindingCatalog codes = FindingCatalog.shipped();

    PostLoopFigures(Facts facts) {
        this.facts = facts;
    }

    List<FigureSource> all() {
        return List.of(
                new DurationFigure(frame("time-to-decision", Section.REVIEW, "Time to decision",
                        "From submission of a version to the decision that ended its review, in business hours. R0 is routine, "
                                + "R4 critical.", "Risk class", Shape.BARS),
                        "figure_decision", "risk_class", UnaryOperator.identity(), facts),
                new DurationFigure(frame("time-per-role", Section.REVIEW, "Time per role",
                        "From the moment a role was asked to its decision, in business hours.", "Role", Shape.BARS),
                        "figure_role_decision", "role", PostLoopFigures::role, facts),
                new CountFigure(frame("first-pass", Section.REVIEW, "First pass",
                        "Posts first submitted in the period, by what became of their first version. Posts that still wait "
                                + "for it are not counted.", "Risk class", Shape.STACKED),
                        new Plan("figure_first_pass", "risk_class", "outcome", OUTCOMES,
                                new Share(Set.of("APPROVE"), "Approved unchanged"), UnaryOperator.identity(),
                                List.of("R0", "R1", "R2", "R3", "R4"), Sum.RECORDS), facts),
                new CountFigure(frame("reviews-due", Section.REVIEW, "Reviews that fell due",
                        "Reviews with a deadline in the period that has passed: decided in time, decided late, or still open.",
                        "Role", Shape.STACKED),
                        new Plan("figure_due", "role", "outcome", PUNCTUALITY, new Share(Set.of("LATE", "OPEN"), "Overdue"),
                                PostLoopFigures::role, names(Role.values(), Role::id), Sum.RECORDS), facts),
                new CountFigure(frame("rejections", Section.REVIEW, "Reasons for rejection",
                        "Decisions that rejected a version, by the reason that the reviewer chose.", "Reason", Shape.BARS),
                        plan("figure_rejection", "reason_code", "Rejections", PostLoopFigures::words, List.of(),
                                Sum.RECORDS), facts),
                new CountFigure(frame("near-misses", Section.RISK, "Near misses",
                        "Versions that were stopped before anybody outside saw them, because they may tell of a patient.",
                        "Finding", Shape.BARS),
                        plan("figure_near_miss", "code", "Versions", this::finding, List.of("P1", "P2", "P3"),
                                Sum.VERSIONS), facts),
                new CountFigure(frame("findings", Section.RISK, "Findings",
                        "Versions screened in the period, by each code that was found in them. That nothing was found "
                                + "never means that a text is clean.", "Finding", Shape.STACKED),
                        new Plan("figure_finding", "code", "severity", SEVERITIES, null, this::finding, List.of(),
                                Sum.NONE), facts),
                new CountFigure(frame("posts-over-time", Section.POSTS, "Posts submitted",
                        "Posts by the month of their first submission.", "Month", Shape.COLUMNS),
                        plan("figure_post", "date_trunc('month', at at time zone :zone)::date", "Posts", PostLoopFigures::month,
                                List.of(), Sum.RECORDS), facts),
                posts("posts-by-state", "Posts by state", "Where the posts that were first submitted in the period stand today.",
                        "State", "state", label(PostState.values(), PostState::label),
                        names(PostState.values(), PostState::name)),
                posts("posts-by-kind", "Posts by kind", "Posts first submitted in the period, by what they are about.",
                        "Kind", "kind", label(PostKind.values(), PostKind::label), List.of()),
                posts("posts-by-class", "Posts by class",
                        "Posts first submitted in the period, by the class of their last version.",
                        "Risk class", "risk_class", row -> row.equals("?") ? "Not routed yet" : row,
                        List.of("R0", "R1", "R2", "R3", "R4")),
                new CountFigure(frame("posts-by-channel", Section.POSTS, "Posts by channel",
                        "Posts first submitted in the period, once for each channel that they are meant for.", "Channel",
                        Shape.BARS),
                        plan("figure_channel", "channel", "Posts", label(Channel.values(), Channel::label),
                                names(Channel.values(), Channel::name),
                                Sum.NONE), facts),
                new CountFigure(frame("deliveries", Section.POSTS, "Deliveries",
                        "Deliveries that last changed in the period, one for each post and account, by how they stand.",
                        "Outcome", Shape.BARS),
                        plan("figure_delivery", "state", "Deliveries", label(DeliveryState.values(), DeliveryState::label),
                                names(DeliveryState.values(), DeliveryState::name), Sum.RECORDS), facts));
    }

    private CountFigure posts(String id, String title, String meaning, String heading, String row,
                              UnaryOperator<String> label, List<String> order) {
        return new CountFigure(frame(id, Section.POSTS, title, meaning, heading, Shape.BARS),
                plan("figure_post", row, "Posts", label, order, Sum.RECORDS), facts);
    }

    private static Plan plan(String view, String row, String column, UnaryOperator<String> label, List<String> order, Sum sum) {
        return new Plan(view, row, null, Map.of(CountFigure.ALL, column), null, label, order, sum);
    }

    private static Figure frame(String id, Section section, String title, String meaning, String heading, Shape shape) {
        return new Figure(id, section, title, meaning, heading, List.of(), List.of(), shape);
    }

    private String finding(String code) {
        return codes.find(code).map(FindingCode::meaning).map(meaning -> code + " – " + meaning).orElse(code);
    }

    private static String role(String id) {
        return Role.of(id).map(Role::label).orElse(id);
    }

    private static String month(String month) {
        return LocalDate.parse(month).format(MONTH);
    }

    /** {@code MEDICAL_ADVICE} as {@code Medical advice}. */
    private static String words(String code) {
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static <E extends Enum<E>> UnaryOperator<String> label(E[] values, Function<E, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> labels.put(value.name(), label.apply(value)));
        return name -> labels.getOrDefault(name, name);
    }

    private static <E> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
