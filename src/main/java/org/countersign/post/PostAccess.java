package org.countersign.post;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do what at the desk. Asked anew at each request, so that who leaves a group loses its rights at once.
 */
@Component
public class PostAccess {

    private final Directory people;

    PostAccess(Directory people) {
        this.people = people;
    }

    /** Whether this person writes posts, and so may open and change every post: authors stand in for each other. */
    public boolean writes(String userId) {
        return people.find(userId).filter(person -> person.has(Role.AUTHOR)).isPresent();
    }

    /** Whether this person does anything in the organization: then pictures of posts are shown. */
    public boolean worksHere(String userId) {
        return people.find(userId).map(Person::roles).filter(roles -> !roles.isEmpty()).isPresent();
    }
}
