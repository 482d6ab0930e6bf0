package org.countersign.database;

/**
 * Tells where the database comes from.
 */
@FunctionalInterface
public interface DatabaseOrigin {

    /** Whether the application brought its own PostgreSQL; false when a data source was configured. */
    boolean embedded();
}
