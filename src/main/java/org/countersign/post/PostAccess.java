package org.countersign.post;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Who may do what at the desk. Asked anew at each request, so that who leaves a group loses its rights at once.
 */
@Component
public class PostAccess {

    private final Directory people;
    private final Posts posts;

    PostAccess(Directory people, Posts posts) {
        this.people = people;
        this.posts = posts;
    }

    /** Whether this person writes posts. */
    public boolean writes(String userId) {
        return people.find(userId).filter(person -> person.has(Role.AUTHOR)).isPresent();
    }

    /** Whether this person may open and change the post: authors, and whoever has written a part of it. */
    public boolean opens(String userId, UUID postId) {
        return writes(userId) || posts.contributors(postId).contains(userId);
    }

    /** Whether this person does anything in the organization: then pictures of posts are shown. */
    public boolean worksHere(String userId) {
        return people.find(userId).map(Person::roles).filter(roles -> !roles.isEmpty()).isPresent();
    }
}
