package org.countersign.training;

/** A version of the policy of an entity is in force; everybody must read it. Sent in the transaction of the publication. */
public record PolicyPublished(String entity, int number, String digest, String byUserId) {
}
