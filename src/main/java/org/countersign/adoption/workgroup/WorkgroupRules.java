package org.countersign.adoption.workgroup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.countersign.people.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a charter asks of every workgroup, as {@code adoption/workgroup.yaml} says it.
 */
@Component
public class WorkgroupRules {

    private static final YAMLMapper YAML = YAMLMapper.builder().findAndAddModules()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Document document;
    private final List<Role> seats;
    private final List<Role> indispensable;

    /** @throws IllegalStateException when the file names a role that does not exist, or asks for a seat that it does not have */
    WorkgroupRules(@Value("classpath:adoption/workgroup.yaml") Resource file) {
        try (InputStream in = file.getInputStream()) {
            document = YAML.readValue(in, Document.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The rules of the workgroup cannot be read", e);
        }
        seats = document.seats().stream().map(WorkgroupRules::role).toList();
        indispensable = document.indispensable().stream().map(WorkgroupRules::role).toList();
        if (!seats.containsAll(indispensable)) {
            throw new IllegalStateException("workgroup.yaml must list every indispensable seat among the seats");
        }
    }

    /** The roles whose seats must be filled, in the order of the charter. */
    public List<Role> seats() {
        return seats;
    }

    /** Whether the seat holds a veto: it cannot be declined, and no meeting decides without it. */
    public boolean indispensable(Role role) {
        return indispensable.contains(role);
    }

    /** What is asked about the people on this seat, beside their role. */
    public Optional<String> qualification(Role role) {
        return Optional.ofNullable(document.qualifications().get(role.id()));
    }

    /** How many seats a meeting needs at least. */
    public int quorum() {
        int share = document.quorum().seats();
        int of = document.quorum().of();
        return (seats.size() * share + of - 1) / of;
    }

    /** Whether a meeting at which these seats were present can decide. */
    public boolean quorate(Collection<Role> present) {
        return present.stream().filter(seats::contains).distinct().count() >= quorum() && present.containsAll(indispensable);
    }

    /** From one meeting to the next. */
    public Period rhythm(boolean fedBack) {
        return fedBack ? document.rhythm().afterwards() : document.rhythm().untilFeedback();
    }

    /** For how many days a seat may stay vacant. */
    public int vacantDays() {
        return document.lapse().vacantDays();
    }

    /** With how many missed meetings in a row the step lapses. */
    public int missedMeetings() {
        return document.lapse().missedMeetings();
    }

    private static Role role(String id) {
        return Role.of(id).orElseThrow(() -> new IllegalStateException("There is no role " + id));
    }

    /**
     * @param source  where the figures come from
     * @param checked when they were compared with the source
     */
    private record Document(String version, String source, LocalDate checked, List<String> seats, List<String> indispensable,
                            Map<String, String> qualifications, Share quorum, Rhythm rhythm, Lapse lapse) {
    }

    private record Share(int seats, int of) {
    }

    private record Rhythm(Period untilFeedback, Period afterwards) {
    }

    private record Lapse(int vacantDays, int missedMeetings) {
    }
}
