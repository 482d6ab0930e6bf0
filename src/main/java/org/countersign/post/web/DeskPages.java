package org.countersign.post.web;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.countersign.post.ChannelText;
import org.countersign.post.Desk;
import org.countersign.post.Holders;
import org.countersign.post.Post;
import org.countersign.post.PostAccess;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The list of my posts: what waits for me first. */
@Controller
class DeskPages {

    private static final int PAGE = 20;
    private static final int EXCERPT = 140;
    private static final int FARTHEST_PAGE = 100_000;

    private final Desk desk;
    private final Holders holders;
    private final Accounts accounts;
    private final PostAccess access;
    private final Directory people;

    DeskPages(Desk desk, Holders holders, Accounts accounts, PostAccess access, Directory people) {
        this.desk = desk;
        this.holders = holders;
        this.accounts = accounts;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/desk")
    String list(@RequestParam(defaultValue = "1") int page, Principal person, Model model) {
        if (!access.writes(person.getName())) {
            return elsewhere(person.getName());
        }
        int number = Math.max(1, Math.min(page, FARTHEST_PAGE));
        List<Post> posts = desk.mine(person.getName(), PAGE + 1, (number - 1) * PAGE);
        List<DeskRow> rows = rows(posts.stream().limit(PAGE).toList());
        model.addAttribute("waiting", rows.stream().filter(DeskRow::waitsForAuthor).toList());
        model.addAttribute("others", rows.stream().filter(row -> !row.waitsForAuthor()).toList());
        model.addAttribute("page", number);
        model.addAttribute("more", posts.size() > PAGE);
        return "desk/list";
    }

    /** Everybody starts at the desk; who reviews works in the task list. */
    private String elsewhere(String userId) {
        boolean reviews = people.find(userId).stream().flatMap(found -> found.roles().stream()).map(Role::of)
                .anyMatch(role -> role.isPresent() && role.get() != Role.AUTHOR);
        if (reviews) {
            return "redirect:/camunda/app/tasklist/default/";
        }
        throw new AccessDeniedException("no author");
    }

    private List<DeskRow> rows(List<Post> posts) {
        Map<UUID, List<String>> held = holders.of(posts.stream().map(Post::id).toList());
        Map<String, String> names = accounts.all().stream().collect(Collectors.toMap(Account::id,
                account -> account.name() + " on " + account.channel().label()));
        return posts.stream().map(post -> new DeskRow(post.id(), excerpt(post),
                post.draft().kind() == null ? "No kind chosen" : post.draft().kind().label(), post.state(),
                held.getOrDefault(post.id(), List.of()), TimeZones.write(post.updatedAt(), TimeZones.DEFAULT),
                post.draft().accounts().stream().map(id -> names.getOrDefault(id, id)).toList())).toList();
    }

    private static String excerpt(Post post) {
        String text = post.draft().texts().keySet().stream().sorted().map(channel -> ChannelText.of(post.draft(), channel))
                .findFirst().orElse("").replaceAll("\\s+", " ");
        if (text.codePointCount(0, text.length()) <= EXCERPT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, EXCERPT)).strip() + "…";
    }
}
