package org.countersign.adoption.workgroup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.adoption.workgroup.Meeting.Resolution;
import org.countersign.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The table of meetings. Rows are added and never changed.
 */
@Repository
class MeetingTable {

    private static final TypeReference<Map<String, String>> PRESENT = new TypeReference<>() { };
    private static final TypeReference<List<Resolution>> DECISIONS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MeetingTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when a meeting of that day was recorded already */
    boolean insert(Meeting meeting) {
        Map<String, String> present = new TreeMap<>();
        meeting.present().forEach((role, person) -> present.put(role.id(), person));
        return jdbc.sql("""
                        insert into workgroup_meeting (id, program_id, held_on, present, quorate, minutes, decisions,
                          recorded_at, recorded_by)
                        values (:id, :program, :heldOn, cast(:present as jsonb), :quorate, :minutes,
                          cast(:decisions as jsonb), :at, :by)
                        on conflict (program_id, held_on) do nothing""")
                .param("id", meeting.id()).param("program", meeting.programId()).param("heldOn", meeting.heldOn())
                .param("present", text(present)).param("quorate", meeting.quorate()).param("minutes", meeting.minutes())
                .param("decisions", text(meeting.decisions()))
                .param("at", meeting.recordedAt().atOffset(ZoneOffset.UTC)).param("by", meeting.recordedBy()).update() == 1;
    }

    /** The latest first. */
    List<Meeting> of(UUID programId) {
        return jdbc.sql("select * from workgroup_meeting where program_id = ? order by held_on desc").param(programId)
                .query(this::meeting).list();
    }

    Optional<Meeting> find(UUID programId, UUID id) {
        return jdbc.sql("select * from workgroup_meeting where program_id = ? and id = ?").params(programId, id)
                .query(this::meeting).optional();
    }

    /** The day of the last meeting that could decide. */
    Optional<LocalDate> lastQuorate(UUID programId) {
        return jdbc.sql("select held_on from workgroup_meeting where program_id = ? and quorate order by held_on desc limit 1")
                .param(programId).query(LocalDate.class).optional();
    }

    private Meeting meeting(ResultSet row, int number) throws SQLException {
        try {
            Map<Role, String> present = new EnumMap<>(Role.class);
            json.readValue(row.getString("present"), PRESENT)
                    .forEach((role, person) -> Role.of(role).ifPresent(seat -> present.put(seat, person)));
            return new Meeting(row.getObject("id", UUID.class), row.getObject("program_id", UUID.class),
                    row.getObject("held_on", LocalDate.class), present, row.getBoolean("quorate"), row.getString("minutes"),
                    json.readValue(row.getString("decisions"), DECISIONS),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("recorded_by"));
        } catch (JsonProcessingException e) {
            throw new SQLException("The meeting " + row.getString("id") + " is not readable", e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The meeting cannot be written", e);
        }
    }
}
