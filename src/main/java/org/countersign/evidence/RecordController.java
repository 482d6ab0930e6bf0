package org.countersign.evidence;

import org.countersign.ledger.Streams;
import org.countersign.post.PostState;
import org.countersign.post.SubmittedPosts;
import org.countersign.post.SubmittedPosts.SubmittedPost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The pages that counsel reads.
 */
@Controller
class RecordController {

    private static final int PAGE = 50;

    private final PostRecords records;
    private final RecordReaders readers;
    private final SubmittedPosts posts;
    private final Streams streams;

    RecordController(PostRecords records, RecordReaders readers, SubmittedPosts posts, Streams streams) {
        this.records = records;
        this.readers = readers;
        this.posts = posts;
        this.streams = streams;
    }

    @GetMapping("/posts/{postId}/record")
    String record(@PathVariable UUID postId, Principal person, Model model) {
        model.addAttribute("record", records.of(postId, person.getName()));
        return "evidence/record";
    }

    @GetMapping("/records")
    String list(@RequestParam(defaultValue = "") String id, @RequestParam(required = false) PostState state,
                @RequestParam(defaultValue = "1") int page, Principal person, Model model) {
        readers.requireAll(person.getName());
        int number = Math.max(1, Math.min(page, Integer.MAX_VALUE / PAGE - 1));
        List<SubmittedPost> found = posts.list(id.strip(), state, PAGE + 1, (number - 1) * PAGE);
        List<SubmittedPost> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("posts", shown);
        model.addAttribute("summaries", streams.summaries(shown.stream().map(SubmittedPost::id).toList()));
        model.addAttribute("states", Arrays.stream(PostState.values()).filter(one -> one != PostState.DRAFT).toList());
        model.addAttribute("id", id.strip());
        model.addAttribute("state", state);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > PAGE);
        return "evidence/records";
    }
}
