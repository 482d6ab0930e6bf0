package org.countersign.adoption;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.countersign.people.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The plans of the eight steps, as {@code adoption/steps.yaml} says them.
 */
@Component
public class StepPlans {

    private static final YAMLMapper YAML = YAMLMapper.builder().findAndAddModules()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<Step, StepPlan> plans = new EnumMap<>(Step.class);
    private final int longestWaiverDays;
    private final Duration signatureCounts;
    private final int leastReviewers;
    private final int leastTrainedPercent;
    private final List<Role> reviewerRoles;

    /** @throws IllegalStateException when the file leaves a step out or names a role that does not exist */
    StepPlans(@Value("classpath:adoption/steps.yaml") Resource file) {
        Document document;
        try (InputStream in = file.getInputStream()) {
            document = YAML.readValue(in, Document.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The plans of the steps cannot be read", e);
        }
        longestWaiverDays = document.longestWaiverDays();
        signatureCounts = Duration.ofMinutes(document.signatureMinutes());
        leastReviewers = document.leastReviewers();
        leastTrainedPercent = document.leastTrainedPercent();
        reviewerRoles = document.reviewerRoles().stream().map(StepPlans::role).toList();
        document.steps().forEach((key, entry) -> {
            Step step = Step.of(key).orElseThrow(() -> new IllegalStateException("There is no step " + key));
            plans.put(step, document.plan(step, entry));
        });
        if (plans.size() != Step.values().length) {
            throw new IllegalStateException("steps.yaml must plan all eight steps, not only " + plans.keySet());
        }
    }

    public StepPlan of(Step step) {
        return plans.get(step);
    }

    /** For how many calendar days an executive can take the risk of a step at most. */
    public int longestWaiverDays() {
        return longestWaiverDays;
    }

    /** For how long a signature with the password counts. */
    public Duration signatureCounts() {
        return signatureCounts;
    }

    /** How many of a hundred who write, review or publish have the training of their roles at least. */
    public int leastTrainedPercent() {
        return leastTrainedPercent;
    }

    /** By how many people each of {@link #reviewerRoles} is held at least: one and somebody who stands in. */
    public int leastReviewers() {
        return leastReviewers;
    }

    /** The roles without which no post can be reviewed. */
    public List<Role> reviewerRoles() {
        return reviewerRoles;
    }

    private static Role role(String id) {
        return Role.of(id).orElseThrow(() -> new IllegalStateException("There is no role " + id));
    }

    /**
     * @param source  where the figures come from
     * @param checked when they were compared with the source
     */
    private record Document(String version, String source, LocalDate checked, int longestWaiverDays, int signatureMinutes,
                            int prepareBusinessDays, int decideBusinessDays, int leastReviewers, int leastTrainedPercent,
                            List<String> reviewerRoles, Map<String, Entry> steps) {

        StepPlan plan(Step step, Entry entry) {
            return new StepPlan(step, role(entry.owner()), role(entry.answers()), entry.validDays(),
                    Objects.requireNonNullElse(entry.prepareBusinessDays(), prepareBusinessDays),
                    Objects.requireNonNullElse(entry.decideBusinessDays(), decideBusinessDays), entry.evidence(),
                    Objects.requireNonNullElse(entry.mayCome(), List.of()));
        }
    }

    private record Entry(String owner, String answers, int validDays, Integer prepareBusinessDays, Integer decideBusinessDays,
                         List<StepPlan.Required> evidence, List<StepPlan.Required> mayCome) {
    }
}
