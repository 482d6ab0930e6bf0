package org.countersign.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/**
 * The record for programs.
 */
@RestController
@Tag(name = "Records")
class RecordApi {

    private final PostRecords records;

    RecordApi(PostRecords records) {
        this.records = records;
    }

    @Operation(summary = "Every act on a post in its order, and whether the record is unbroken",
            description = "For counsel, administrators and the authors of the post; 403 for everybody else.")
    @GetMapping("/api/v1/posts/{postId}/record")
    PostRecord record(@PathVariable UUID postId, Principal person) {
        return records.of(postId, person.getName());
    }
}
