package org.countersign.database;

/**
 * The mark of a database in which a demonstration organization was seeded. Its people have published passwords, so a
 * database that carries the mark is refused when it is configured as a data source.
 */
public interface DemonstrationMark {

    boolean present();

    /** Sets the mark, in the transaction that seeds; does nothing when it is there. */
    void set();
}
