package org.countersign.publishing.mastodon.server;

/**
 * How the server treats requests of one kind for a while.
 */
enum Behavior {
    OK,
    /** 401, nothing is stored. */
    UNAUTHORIZED,
    /** 429 with Retry-After, nothing is stored. */
    TOO_MANY,
    /** 500, nothing is stored. */
    FAILS,
    /** 500 although it was stored. */
    STORES_AND_FAILS,
    /** The connection is closed without an answer, nothing is stored. */
    SILENT,
    /** The connection is closed without an answer although it was stored. */
    STORES_AND_SILENT,
    /** Stores at once and answers only after some seconds. */
    SLOW;

    boolean stores() {
        return this == OK || this == STORES_AND_FAILS || this == STORES_AND_SILENT || this == SLOW;
    }
}
