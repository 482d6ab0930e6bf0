package org.countersign.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of mails.
 */
@Repository
class MailStore {

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a new mail. Waits for a running transaction that keeps the same one.
     *
     * @return false when the recipient already has a mail of this event
     */
    boolean insert(String eventKey, Mail mail) {
        return jdbc.sql("""
                        insert into mail (id, event_key, recipient, recipient_name, address, stream, template, message_id,
                            subject, text_body, html_body, template_version, state, next_attempt_at, created_at, last_error)
                        values (:id, :eventKey, :recipient, :recipientName, :address, :stream, :template, :messageId,
                            :subject, :text, :html, :templateVersion, :state, :nextAttemptAt, :createdAt, :lastError)
                        on conflict (event_key, recipient) do nothing""")
                .param("id", mail.id())
                .param("eventKey", eventKey)
                .param("recipient", mail.recipient().userId())
                .param("recipientName", mail.recipient().name())
                .param("address", mail.recipient().address())
                .param("stream", mail.stream())
                .param("template", mail.template())
                .param("messageId", mail.messageId())
                .param("subject", mail.content().subject())
                .param("text", mail.content().text())
                .param("html", mail.content().html())
                .param("templateVersion", mail.templateVersion())
                .param("state", mail.state().name())
                .param("nextAttemptAt", timestamp(mail.nextAttemptAt()))
                .param("createdAt", timestamp(mail.createdAt()))
                .param("lastError", mail.lastError())
                .update() == 1;
    }

    /** Takes the mail that waits longest, out of the reach of other senders until the given moment. */
    Optional<Mail> claim(Instant now, Instant until) {
        return jdbc.sql("""
                        update mail set attempts = attempts + 1, next_attempt_at = :until
                        where id = (select id from mail where state = 'QUEUED' and next_attempt_at <= :now
                                    order by next_attempt_at, created_at limit 1 for update skip locked)
                        returning *""")
                .param("now", timestamp(now))
                .param("until", timestamp(until))
                .query(MailStore::mail).optional();
    }

    /** @return false when another sender was quicker */
    boolean markSent(UUID id, Instant now) {
        return jdbc.sql("""
                        update mail set state = 'SENT', sent_at = :now, next_attempt_at = null, last_error = null
                        where id = :id and state = 'QUEUED'""")
                .param("id", id).param("now", timestamp(now)).update() == 1;
    }

    void postpone(UUID id, Instant until, String error) {
        jdbc.sql("update mail set next_attempt_at = :until, last_error = :error where id = :id and state = 'QUEUED'")
                .param("id", id).param("until", timestamp(until)).param("error", error).update();
    }

    /** @return false when it is no longer queued */
    boolean giveUp(UUID id, String error) {
        return jdbc.sql("""
                        update mail set state = 'FAILED', next_attempt_at = null, last_error = :error
                        where id = :id and state = 'QUEUED'""")
                .param("id", id).param("error", error).update() == 1;
    }

    Optional<Mail> find(UUID id) {
        return jdbc.sql("select * from mail where id = :id").param("id", id).query(MailStore::mail).optional();
    }

    /** The newest first; every state when none is given. */
    List<Mail> page(MailState state, int limit, int offset) {
        return jdbc.sql("""
                        select * from mail where cast(:state as text) is null or state = :state
                        order by created_at desc, id limit :limit offset :offset""")
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(MailStore::mail).list();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(row.getObject("id", UUID.class),
                new Recipient(row.getString("recipient"), row.getString("recipient_name"), row.getString("address")),
                row.getObject("stream", UUID.class), row.getString("template"), row.getString("message_id"),
                new RenderedMail(row.getString("subject"), row.getString("text_body"), row.getString("html_body")),
                row.getString("template_version"), MailState.valueOf(row.getString("state")), row.getInt("attempts"),
                instant(row.getTimestamp("next_attempt_at")), instant(row.getTimestamp("created_at")),
                instant(row.getTimestamp("sent_at")), row.getString("last_error"));
    }

    private static Timestamp timestamp(Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
