package org.countersign.oversight;

import org.countersign.oversight.FigureSource.Counted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Reads the views of {@code V12__figures.sql}. Names of views and columns come from this module's own code only.
 */
@Repository
class Facts {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Facts(JdbcClient jdbc, ZoneId organizationZone) {
        this.jdbc = jdbc;
        this.zone = organizationZone;
    }

    /** How many records have the same row and slice. */
    record Count(String row, String slice, long number) {
    }

    /**
     * How many records of a row took that long.
     *
     * @param minutes in which the organization was open; null when its calendar does not reach there
     */
    record Took(String row, Integer minutes, long number) {
    }

    List<Count> counts(String view, String row, String slice, FigureQuery query) {
        return bind("select " + row + ", " + slice + ", count(*) from " + view + in(query) + " group by 1, 2", query)
                .query((found, number) -> new Count(found.getString(1), found.getString(2), found.getLong(3))).list();
    }

    /** How many versions are among the records, when a version can be in several rows. */
    List<Count> versions(String view, String slice, FigureQuery query) {
        return bind("select '', slice, count(*) from (select distinct post_id, version_number, " + slice + " as slice from "
                + view + in(query) + ") one group by 2", query)
                .query((found, number) -> new Count("", found.getString(2), found.getLong(3))).list();
    }

    List<Took> durations(String view, String row, FigureQuery query) {
        return bind("select " + row + ", open_minutes, count(*) from " + view + in(query) + " group by 1, 2", query)
                .query((found, number) -> new Took(found.getString(1), found.getObject(2, Integer.class), found.getLong(3)))
                .list();
    }

    /**
     * @param row   its value; empty for all
     * @param slice its value; empty for all
     */
    List<Counted> records(String view, String rowName, String row, String sliceName, String slice, FigureQuery query,
                          int limit, int offset) {
        String only = (row.isEmpty() ? "" : " and (" + rowName + ")::text = :row")
                + (slice.isEmpty() ? "" : " and " + sliceName + " = :slice");
        return bind("select post_id, version_number, max(at) from " + view + in(query) + only
                + " group by post_id, version_number order by 3 desc, 1 limit :limit offset :offset", query)
                .param("row", row).param("slice", slice).param("limit", limit).param("offset", offset)
                .query((found, number) -> new Counted(found.getObject(1, UUID.class), found.getInt(2),
                        found.getObject(3, OffsetDateTime.class).toInstant())).list();
    }

    private static String in(FigureQuery query) {
        return " where at >= :from and at < :until"
                + (query.entity() == null ? "" : " and post_id in (select post_id from figure_entity where entity = :entity)");
    }

    private StatementSpec bind(String sql, FigureQuery query) {
        return jdbc.sql(sql).param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("until", query.until().atOffset(ZoneOffset.UTC)).param("entity", query.entity())
                .param("zone", zone.getId());
    }
}
