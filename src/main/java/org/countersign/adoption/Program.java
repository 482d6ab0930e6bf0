package org.countersign.adoption;

import java.time.Instant;
import java.util.UUID;

/**
 * The adoption program of one legal entity.
 *
 * @param id       also the business key of its process and the stream of its record
 * @param entity   id of the legal entity
 * @param revision counts every change of a step
 */
public record Program(UUID id, String entity, long revision, Instant startedAt, String startedBy) {
}
