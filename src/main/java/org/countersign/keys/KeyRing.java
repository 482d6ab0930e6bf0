package org.countersign.keys;

import com.google.crypto.tink.Aead;

/**
 * Named keys for authenticated encryption, kept outside the database so that whoever reads the tables cannot read what
 * is encrypted in them.
 */
public interface KeyRing {

    /**
     * The cipher of a named key (AES-256-GCM). The key is created, and written to the key directory, when it is asked
     * for the first time.
     *
     * @param name what the key is for, for instance {@code ledger}; lower-case letters and hyphens
     * @throws IllegalStateException when the key file exists and cannot be read
     */
    Aead cipher(String name);

    /** The epoch of the named key's primary: the number that later tells which key wrapped a value. */
    int epoch(String name);
}
