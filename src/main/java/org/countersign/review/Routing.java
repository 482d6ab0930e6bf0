package org.countersign.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the decision tables sent a version.
 *
 * @param riskClass 0 routine to 4 critical
 * @param roles     every role that must approve
 * @param tables    version of each decision table, by decision id
 */
public record Routing(UUID postId, int version, int riskClass, String publishMode, List<String> roles,
                      Map<String, String> tables, Instant routedAt) {
}
