package org.countersign.adoption.crisis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The crisis plan as {@code adoption/crisis.yaml} says it.
 */
@Component
public class CrisisRules {

    private static final YAMLMapper YAML = YAMLMapper.builder().findAndAddModules()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Document document;
    private final List<Role> team;
    private final Directory people;

    /** @throws IllegalStateException when the file names a role that does not exist */
    CrisisRules(@Value("classpath:adoption/crisis.yaml") Resource file, Directory people) {
        try (InputStream in = file.getInputStream()) {
            document = YAML.readValue(in, Document.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The crisis plan cannot be read", e);
        }
        team = document.team().stream().map(id -> Role.of(id)
                .orElseThrow(() -> new IllegalStateException("There is no role " + id))).toList();
        this.people = people;
    }

    /** What each level means, from the lowest. */
    public LinkedHashMap<Integer, String> levels() {
        return document.levels();
    }

    /** What can cause a crisis: labels by key. */
    public LinkedHashMap<String, String> causes() {
        return document.causes();
    }

    /** Whether a second person must confirm a crisis of this level. */
    public boolean needsConfirmation(int level) {
        return level >= document.confirmedFrom();
    }

    /** Whether the person belongs to the crisis team. */
    public boolean onTeam(String userId) {
        return people.find(userId).filter(person -> team.stream().anyMatch(person::has)).isPresent();
    }

    public int statementReviewMonths() {
        return document.statementReviewMonths();
    }

    public int afterActionBusinessDays() {
        return document.afterActionBusinessDays();
    }

    /** How often the plan is tried at least. */
    public Period drillEvery() {
        return document.drillEvery();
    }

    /**
     * @param source  where the figures come from
     * @param checked when they were compared with the source
     */
    private record Document(String version, String source, LocalDate checked, LinkedHashMap<Integer, String> levels,
                            int confirmedFrom, LinkedHashMap<String, String> causes, List<String> team,
                            int statementReviewMonths, int afterActionBusinessDays, Period drillEvery) {
    }
}
