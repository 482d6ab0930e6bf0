package org.countersign.review;

import java.time.Instant;
import java.util.UUID;

/**
 * A review that was asked for.
 *
 * @param validHours how long an approval stands, in hours
 * @param escalateTo role that is told when the deadline has passed
 * @param calendar   name and version of the business calendar the deadline was computed with
 */
public record Review(UUID postId, int version, String role, Instant askedAt, Instant dueAt, String calendar,
                     int validHours, String escalateTo) {
}
