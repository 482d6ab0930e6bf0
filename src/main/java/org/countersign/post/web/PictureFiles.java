package org.countersign.post.web;

import org.countersign.post.Media;
import org.countersign.post.MediaLibrary;
import org.countersign.post.PostAccess;
import org.countersign.post.Posts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.time.Duration;
import java.util.UUID;

/** The bytes of pictures, for everybody who works here. Only what was recognized as a picture was ever stored. */
@RestController
class PictureFiles {

    private final MediaLibrary mediaLibrary;
    private final Posts posts;
    private final PostAccess access;

    PictureFiles(MediaLibrary mediaLibrary, Posts posts, PostAccess access) {
        this.mediaLibrary = mediaLibrary;
        this.posts = posts;
        this.access = access;
    }

    @GetMapping("/media/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id, Principal person, WebRequest request) {
        if (!access.worksHere(person.getName())) {
            throw new AccessDeniedException("no member");
        }
        Media media = mediaLibrary.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (request.checkNotModified('"' + media.sha256() + '"')) {
            return null;
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(media.contentType()))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate()).eTag(media.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(posts.mediaBytes(id));
    }
}
