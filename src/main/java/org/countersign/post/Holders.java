package org.countersign.post;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who holds posts right now: answered by the module that hands out the work.
 */
public interface Holders {

    /** For each post the names of roles or people it waits for; posts that wait for nobody are left out. */
    Map<UUID, List<String>> of(Collection<UUID> postIds);
}
