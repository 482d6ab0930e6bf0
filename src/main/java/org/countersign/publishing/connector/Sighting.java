package org.countersign.publishing.connector;

/**
 * What was seen when looking for a post on the network.
 */
public sealed interface Sighting {

    record Found(String remoteId, String url) implements Sighting {
    }

    /** The network answered, and the post is not among what it showed. */
    record Absent() implements Sighting {
    }

    /** Something is there that may be ours: edited since, or one of several alike. A person must look. */
    record Doubtful(String why) implements Sighting {
    }

    /** The network did not answer the question. */
    record Unclear(String why) implements Sighting {
    }
}
