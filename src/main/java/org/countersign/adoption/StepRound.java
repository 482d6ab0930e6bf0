package org.countersign.adoption;

import java.util.List;
import java.util.Set;

/**
 * The present round of work on a step, as whoever signs or decides looks at it.
 *
 * @param evidence  what was attached in this round, in the order of time
 * @param missing   what still lacks, as sentences for people
 * @param digest    SHA-256 over the digests of the evidence: what a signature is bound to
 * @param preparers who prepared evidence of this round; they neither sign for it nor decide on it
 */
public record StepRound(StepStanding standing, List<StepEvidence> evidence, List<String> missing, String digest,
                        Set<String> preparers) {
}
