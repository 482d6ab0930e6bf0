package org.countersign.review.web;

import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.Posts;
import org.countersign.review.ReviewTask;
import org.countersign.review.ReviewTasks;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.UUID;

/**
 * Who may see a post that was submitted: who wrote it, who has a task about it, administrators, and for its pictures
 * counsel. Groups are asked for anew, so that whoever leaves a role sees nothing more without signing in again.
 */
@Component
class PostReaders {

    private final Directory directory;
    private final Posts posts;
    private final ReviewTasks tasks;

    PostReaders(Directory directory, Posts posts, ReviewTasks tasks) {
        this.directory = directory;
        this.posts = posts;
        this.tasks = tasks;
    }

    boolean mayOpen(ReviewTask task, String userId) {
        Set<String> groups = groups(userId);
        return task.concerns(userId, groups) || administrates(groups) || posts.contributors(task.postId()).contains(userId);
    }

    boolean maySeePictures(UUID postId, String userId) {
        Set<String> groups = groups(userId);
        return administrates(groups) || groups.contains(Role.COUNSEL.id()) || posts.contributors(postId).contains(userId)
                || tasks.of(postId).stream().anyMatch(task -> task.concerns(userId, groups));
    }

    private Set<String> groups(String userId) {
        return directory.find(userId).map(Person::roles).orElse(Set.of());
    }

    private static boolean administrates(Set<String> groups) {
        return groups.stream().map(Authorities::ofGroup).anyMatch(Authorities.ADMINISTRATOR::equals);
    }
}
