package org.countersign.account;

import org.countersign.people.Entity;

import java.net.URI;

/**
 * A social account of the organization, without its secret.
 *
 * @param id        short stable id, part of the content digest: {@code bluesky-main}
 * @param connector which connector sends: {@code bluesky}, {@code mastodon}, or {@code manual} for a person
 * @param server    base address of the network's server; null for a manual account
 * @param handle    the account's name on the network
 * @param entity    id of the legal entity that speaks through it
 */
public record Account(String id, Channel channel, String connector, String name, String handle, URI server,
                      boolean active, String entity) {

    public static final String MANUAL = "manual";

    /** An account of the entity that exists from the start. */
    public Account(String id, Channel channel, String connector, String name, String handle, URI server, boolean active) {
        this(id, channel, connector, name, handle, server, active, Entity.FIRST);
    }

    public boolean manual() {
        return MANUAL.equals(connector);
    }
}
