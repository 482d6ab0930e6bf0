package org.countersign.oversight;

import org.countersign.businesstime.OpenTime;
import org.countersign.businesstime.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Tells the database when the organization is open, so that each decision is measured in business time as it is made. With
 * another calendar everything is measured anew: figures of the same period must be comparable.
 */
@Component
class CalendarInDatabase {

    private static final Logger log = LoggerFactory.getLogger(CalendarInDatabase.class);

    private final JdbcClient jdbc;
    private final OpenTime openTime;

    CalendarInDatabase(JdbcClient jdbc, OpenTime openTime) {
        this.jdbc = jdbc;
        this.openTime = openTime;
    }

    @Transactional
    @EventListener(ApplicationStartedEvent.class)
    public void bring() {
        // Of several nodes that start at once, one fills and the others find it done.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('figure_calendar'))").query().listOfRows();
        List<String> there = jdbc.sql("select label from figure_calendar").query(String.class).list();
        if (there.equals(List.of(openTime.calendar()))) {
            return;
        }
        jdbc.sql("delete from figure_calendar").update();
        jdbc.sql("delete from figure_open_span").update();
        jdbc.sql("insert into figure_calendar values (?, ?, ?)").params(openTime.calendar(), utc(openTime.known().from()),
                utc(openTime.known().to())).update();
        long before = 0;
        for (Span span : openTime.spans()) {
            jdbc.sql("insert into figure_open_span values (?, ?, ?)").params(utc(span.from()), utc(span.to()), before).update();
            before += span.length().toSeconds();
        }
        jdbc.sql("update figure_review set open_minutes = figure_open_minutes(asked_at, decided_at) where decided_at is not null")
                .update();
        jdbc.sql("update figure_version set open_minutes = figure_open_minutes(submitted_at, coalesce(refused_at, last_at)) "
                + "where last_at is not null").update();
        log.info("Business time is measured with the calendar {}.", openTime.calendar());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
