package org.countersign.escalation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who was told what and when, in which words, and what became of the mail.
 */
@Repository
class MessageLog {

    /**
     * A line of the log.
     *
     * @param onBehalfOf      in whose place the person was told, or null
     * @param noticeState     {@code WAITING}, {@code MAILED}, or {@code NEEDLESS} when the task was decided before
     * @param mail            id of the mail, null until there is one
     * @param templateVersion hash of the template's files
     * @param mailState       null until there is a mail
     * @param answer          class of the last error, or null
     */
    record Line(long id, String recipient, String onBehalfOf, int rung, int occurrence, Level level, Instant at,
                String noticeState, String key, UUID stream, String task, Instant due, UUID mail, String template,
                String templateVersion, String mailState, Integer attempts, Instant sentAt, String answer) {

        /** What became of it, in words. */
        public String outcome() {
            if (mailState == null) {
                return noticeState.equals("NEEDLESS") ? "Not sent, the task was decided before" : "Waits for the next mail";
            }
            return switch (mailState) {
                case "SENT" -> "Taken by the mail server";
                case "FAILED" -> "Given up (" + answer + ")";
                default -> answer == null ? "Waits to be sent" : "Tried " + attempts + " times (" + answer + ")";
            };
        }
    }

    private final JdbcClient jdbc;

    MessageLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; of everybody when no person is given. */
    List<Line> page(String person, int limit, int offset) {
        return jdbc.sql("""
                        select * from message_log where cast(:person as text) is null or recipient = :person
                        order by created_at desc, id desc limit :limit offset :offset""")
                .param("person", person).param("limit", limit).param("offset", offset).query(MessageLog::read).list();
    }

    /** Ids of everybody who was ever told something. */
    List<String> people() {
        return jdbc.sql("select distinct recipient from notice order by 1").query(String.class).list();
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("id"), row.getString("recipient"), row.getString("on_behalf_of"), row.getInt("rung"),
                row.getInt("occurrence"), Level.valueOf(row.getString("level")), LadderStore.instant(row, "created_at"),
                row.getString("state"), row.getString("key"), row.getObject("stream", UUID.class), row.getString("task"),
                LadderStore.instant(row, "due_at"), row.getObject("mail", UUID.class), row.getString("template"),
                row.getString("template_version"), row.getString("mail_state"), row.getObject("attempts", Integer.class),
                LadderStore.instant(row, "sent_at"), row.getString("last_error"));
    }
}
