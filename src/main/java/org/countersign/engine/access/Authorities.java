package org.countersign.engine.access;

/**
 * How the groups of the engine are named among a signed-in person's authorities.
 */
public final class Authorities {

    /** Authority of administrators: they keep users, see the mailbox and what the server reports about itself. */
    public static final String ADMINISTRATOR = ofGroup("camunda-admin");

    private Authorities() {
    }

    /** The authority that a member of the group has. */
    public static String ofGroup(String groupId) {
        return "GROUP_" + groupId;
    }
}
