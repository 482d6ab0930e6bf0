package org.countersign.ledger;

import java.util.List;
import java.util.UUID;

/**
 * The record of evidence. Append only: the database refuses UPDATE, DELETE and TRUNCATE.
 */
public interface Ledger {

    /**
     * Appends one record in the running transaction; it exists if and only if the act itself is committed.
     *
     * @return the id of the record
     * @throws IllegalStateException when no transaction is running
     */
    UUID append(LedgerEntry entry);

    /** All records of a stream in their order, decrypted. */
    List<LedgerRecord> stream(UUID stream);
}
