package org.countersign.review.web;

import org.countersign.post.MediaItem;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The pictures of a version, for people who may see the post. Only pictures that the version holds: the id of another one
 * gives nothing.
 */
@Controller
class PictureController {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Posts posts;
    private final PostReaders readers;

    PictureController(Posts posts, PostReaders readers) {
        this.posts = posts;
        this.readers = readers;
    }

    @GetMapping("/review/posts/{postId}/versions/{number}/pictures/{mediaId}")
    ResponseEntity<byte[]> picture(@PathVariable UUID postId, @PathVariable int number, @PathVariable UUID mediaId,
                                   @RequestParam(defaultValue = "false") boolean download, Principal person) {
        if (!readers.maySeePictures(postId, person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        MediaItem item = posts.version(postId, number).flatMap(version -> find(version, mediaId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(item.fileName(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(item.contentType()))
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(posts.mediaBytes(mediaId));
    }

    private static Optional<MediaItem> find(PostVersion version, UUID mediaId) {
        return version.content().media().stream().filter(item -> item.id().equals(mediaId)).findFirst();
    }
}
