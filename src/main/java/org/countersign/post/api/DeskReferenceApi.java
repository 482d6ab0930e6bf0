package org.countersign.post.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.post.MediaLibrary;
import org.countersign.post.PostAccess;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Previews;
import org.countersign.post.Problem;
import org.countersign.post.SubmissionCheck;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;

/** What a program must know to write a post, and how it will look. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Desk", description = "Accounts, kinds of post, and previews.")
class DeskReferenceApi {

    private final Accounts accounts;
    private final Previews previews;
    private final SubmissionCheck check;
    private final MediaLibrary mediaLibrary;
    private final PostAccess access;

    DeskReferenceApi(Accounts accounts, Previews previews, SubmissionCheck check, MediaLibrary mediaLibrary, PostAccess access) {
        this.accounts = accounts;
        this.previews = previews;
        this.check = check;
        this.mediaLibrary = mediaLibrary;
        this.access = access;
    }

    record AccountAnswer(String id, Channel channel, String name, String handle) {

        static AccountAnswer of(Account account) {
            return new AccountAnswer(account.id(), account.channel(), account.name(), account.handle());
        }
    }

    record Kind(PostKind id, String label, String hint) {
    }

    /** A text as a channel gets it, and what it counts there. */
    record ChannelAnswer(Channel channel, List<String> accounts, String text, int count, int limit, boolean fits) {
    }

    /** @param problems what must be mended before the post can be submitted */
    record PreviewAnswer(List<ChannelAnswer> channels, List<Problem> problems) {
    }

    @Operation(summary = "Accounts that a post may be addressed to")
    @GetMapping("/accounts")
    List<AccountAnswer> accounts(Principal person) {
        requireMember(person);
        return accounts.active().stream().map(AccountAnswer::of).toList();
    }

    @Operation(summary = "Kinds of post")
    @GetMapping("/kinds")
    List<Kind> kinds(Principal person) {
        requireMember(person);
        return Arrays.stream(PostKind.values()).map(kind -> new Kind(kind, kind.label(), kind.hint())).toList();
    }

    @Operation(summary = "How a draft will look and count", description = "Saves nothing.")
    @PostMapping("/previews")
    PreviewAnswer preview(@Valid @RequestBody PostInput input, Principal person) {
        requireMember(person);
        PostContent content = input.content(mediaLibrary.findAll(input.pictureIds()));
        return new PreviewAnswer(previews.of(content).stream().map(shown -> new ChannelAnswer(shown.channel(),
                shown.accounts().stream().map(Account::id).toList(), shown.text(), shown.count(), shown.limit(),
                shown.fits())).toList(), check.problems(content));
    }

    private void requireMember(Principal person) {
        if (!access.worksHere(person.getName())) {
            throw new AccessDeniedException("no member");
        }
    }
}
