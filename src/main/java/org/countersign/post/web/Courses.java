package org.countersign.post.web;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.post.Desk;
import org.countersign.post.Feedback;
import org.countersign.post.Holders;
import org.countersign.post.Post;
import org.countersign.post.PostVersion;
import org.springframework.stereotype.Component;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers where a post stands from those who know it. */
@Component
class Courses {

    private final Desk desk;
    private final Holders holders;
    private final Feedback feedback;
    private final Directory people;

    Courses(Desk desk, Holders holders, Feedback feedback, Directory people) {
        this.desk = desk;
        this.holders = holders;
        this.feedback = feedback;
        this.people = people;
    }

    Course of(Post post) {
        List<PostVersion> versions = desk.versions(post.id());
        Map<String, String> names = versions.stream().map(PostVersion::submittedBy).distinct()
                .collect(Collectors.toMap(Function.identity(), this::name));
        ZoneId zone = post.draft().schedule() == null ? TimeZones.DEFAULT : post.draft().schedule().zone();
        return new Course(post.id(), post.state(), holders.of(List.of(post.id())).getOrDefault(post.id(), List.of()),
                versions.stream().map(version -> new Course.Version(version.number(), version.digest().substring(0, 12),
                        names.get(version.submittedBy()), TimeZones.write(version.submittedAt(), zone))).toList(),
                versions.isEmpty() ? List.of() : feedback.on(post.id()));
    }

    /** The name of a person, or the id of one who left. */
    String name(String userId) {
        return people.find(userId).map(Person::name).orElse(userId);
    }
}
