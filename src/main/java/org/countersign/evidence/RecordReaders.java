package org.countersign.evidence;

import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.Posts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import java.util.Set;
import java.util.UUID;

/**
 * Who may read records: counsel and administrators all of them, authors those of their own posts. Groups are asked for
 * anew, so that whoever leaves a role reads nothing more without signing in again.
 */
@Component
public class RecordReaders {

    private final Directory directory;
    private final Posts posts;

    RecordReaders(Directory directory, Posts posts) {
        this.directory = directory;
        this.posts = posts;
    }

    /** @throws ResponseStatusException 403 */
    void requireAll(String userId) {
        if (!readsAll(userId)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** @throws ResponseStatusException 403, whether there is such a post or not */
    void require(UUID postId, String userId) {
        if (!mayRead(postId, userId)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Whether a link to the record of this post leads somebody anywhere. */
    public boolean mayRead(UUID postId, String userId) {
        return readsAll(userId) || posts.contributors(postId).contains(userId);
    }

    private boolean readsAll(String userId) {
        Set<String> groups = directory.find(userId).map(Person::roles).orElse(Set.of());
        return groups.contains(Role.COUNSEL.id())
                || groups.stream().map(Authorities::ofGroup).anyMatch(Authorities.ADMINISTRATOR::equals);
    }
}
