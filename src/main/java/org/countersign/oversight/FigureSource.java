package org.countersign.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where one figure of the scorecard comes from. Every bean of this type adds a table to the scorecard and to the report.
 */
public interface FigureSource {

    /** The id of the figure. */
    String id();

    /** The figure; empty when there is nothing to show it for, for instance because nothing of its kind is set up. */
    Optional<Figure> figure(FigureQuery query);

    /**
     * What a number counts, newest first.
     *
     * @param row    key of the row; empty for the sum of all rows
     * @param column key of the column
     */
    default List<Counted> records(String row, String column, FigureQuery query, int limit, int offset) {
        return List.of();
    }

    /** One of the records that a number counts: a version of a post, and when it happened. */
    record Counted(UUID postId, int version, Instant at) {
    }
}
