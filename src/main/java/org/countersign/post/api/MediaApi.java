package org.countersign.post.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.countersign.post.Media;
import org.countersign.post.MediaLibrary;
import org.countersign.post.NotAllowed;
import org.countersign.post.PostAccess;
import org.countersign.post.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.security.Principal;
import java.util.List;

/** Pictures for posts. */
@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Media", description = "JPEG, PNG and GIF pictures of at most 10 MB, kept byte for byte.")
class MediaApi {

    private final MediaLibrary mediaLibrary;
    private final PostAccess access;

    MediaApi(MediaLibrary mediaLibrary, PostAccess access) {
        this.mediaLibrary = mediaLibrary;
        this.access = access;
    }

    @Operation(summary = "Upload a picture", description = "413 when it is too large, 422 when it is no picture.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Media> upload(@RequestParam("file") MultipartFile file, Principal person) throws IOException {
        if (!access.worksHere(person.getName())) {
            throw new AccessDeniedException("no member");
        }
        if (file.getSize() > MediaLibrary.MOST_BYTES) {
            throw new MaxUploadSizeExceededException(MediaLibrary.MOST_BYTES);
        }
        try {
            Media media = mediaLibrary.add(file.getOriginalFilename(), file.getBytes(), person.getName());
            return ResponseEntity.status(HttpStatus.CREATED).body(media);
        } catch (NotAllowed refusal) {
            throw new Unclear(List.of(new Problem("file", refusal.getMessage())));
        }
    }
}
