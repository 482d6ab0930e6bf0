package org.countersign.post.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.countersign.post.Desk;
import org.countersign.post.Feedback;
import org.countersign.post.Holders;
import org.countersign.post.MediaLibrary;
import org.countersign.post.Post;
import org.countersign.post.PostAccess;
import org.countersign.post.PostContent;
import org.countersign.post.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What authors do at the desk, for programs. */
@RestController
@RequestMapping("/api/v1/posts")
@Tag(name = "Posts", description = "Write, submit and withdraw posts. For authors; sign in with HTTP Basic.")
class PostsApi {

    private final Desk desk;
    private final MediaLibrary mediaLibrary;
    private final Holders holders;
    private final Feedback feedback;
    private final PostAccess access;

    PostsApi(Desk desk, MediaLibrary mediaLibrary, Holders holders, Feedback feedback, PostAccess access) {
        this.desk = desk;
        this.mediaLibrary = mediaLibrary;
        this.holders = holders;
        this.feedback = feedback;
        this.access = access;
    }

    /** The revision that was read; acting on another one is a conflict. */
    record Revision(@NotNull Integer revision) {
    }

    @Operation(summary = "My posts", description = "Those that wait for their author first, then the latest.")
    @GetMapping
    List<PostAnswer> mine(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
                          @RequestParam(defaultValue = "0") @Min(0) int offset, Principal person) {
        requireWriter(person);
        List<Post> posts = desk.mine(person.getName(), limit, offset);
        Map<UUID, List<String>> held = holders.of(posts.stream().map(Post::id).toList());
        return posts.stream().map(post -> PostAnswer.of(post, held.getOrDefault(post.id(), List.of()))).toList();
    }

    @Operation(summary = "A new draft")
    @PostMapping
    ResponseEntity<PostAnswer> create(@Valid @RequestBody PostInput input, Principal person) {
        requireWriter(person);
        Post post = desk.create(content(input), person.getName());
        return ResponseEntity.created(URI.create("/api/v1/posts/" + post.id())).body(PostAnswer.of(post, List.of()));
    }

    @Operation(summary = "One post")
    @GetMapping("/{id}")
    PostAnswer get(@PathVariable UUID id, Principal person) {
        requireAccess(id, person);
        return answer(desk.find(id));
    }

    @Operation(summary = "Replace the draft", description = "409 when somebody else saved since the revision was read.")
    @PutMapping("/{id}")
    PostAnswer replace(@PathVariable UUID id, @Valid @RequestBody PostInput input, Principal person) {
        requireAccess(id, person);
        if (input.revision() == null) {
            throw new Unclear(List.of(new Problem("revision", "Say which revision this replaces.")));
        }
        return answer(desk.save(id, input.revision(), content(input), person.getName()));
    }

    @Operation(summary = "Submit the draft for review",
            description = "Freezes it as the next version. 422 with all problems when something must be mended first.")
    @PostMapping("/{id}/submit")
    PostAnswer.Version submit(@PathVariable UUID id, @Valid @RequestBody Revision read, Principal person) {
        requireAccess(id, person);
        return PostAnswer.Version.of(desk.submit(id, read.revision(), person.getName()));
    }

    @Operation(summary = "Take a submitted post back for good")
    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, Principal person) {
        requireAccess(id, person);
        desk.withdraw(id, person.getName());
    }

    @Operation(summary = "Versions that were submitted, in their order")
    @GetMapping("/{id}/versions")
    List<PostAnswer.Version> versions(@PathVariable UUID id, Principal person) {
        requireAccess(id, person);
        return desk.versions(desk.find(id).id()).stream().map(PostAnswer.Version::of).toList();
    }

    @Operation(summary = "Findings and decisions on the last version")
    @GetMapping("/{id}/remarks")
    List<Feedback.Remark> remarks(@PathVariable UUID id, Principal person) {
        requireAccess(id, person);
        return feedback.on(desk.find(id).id());
    }

    private PostAnswer answer(Post post) {
        return PostAnswer.of(post, holders.of(List.of(post.id())).getOrDefault(post.id(), List.of()));
    }

    private PostContent content(PostInput input) {
        return input.content(mediaLibrary.findAll(input.pictureIds()));
    }

    private void requireWriter(Principal person) {
        if (!access.writes(person.getName())) {
            throw new AccessDeniedException("no author");
        }
    }

    private void requireAccess(UUID id, Principal person) {
        if (!access.writes(person.getName())) {
            throw new AccessDeniedException("no author of this post");
        }
    }
}
