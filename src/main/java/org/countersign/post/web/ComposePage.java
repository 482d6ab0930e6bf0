package org.countersign.post.web;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.post.ChannelRulebook;
import org.countersign.post.ChannelRules;
import org.countersign.post.ChannelText;
import org.countersign.post.Media;
import org.countersign.post.MediaLibrary;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Previews;
import org.countersign.post.ServiceLine;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what the page to write a post shows. */
@Component
class ComposePage {

    private final Accounts accounts;
    private final ChannelRulebook rulebook;
    private final Previews previews;
    private final MediaLibrary mediaLibrary;
    private final Courses courses;

    ComposePage(Accounts accounts, ChannelRulebook rulebook, Previews previews, MediaLibrary mediaLibrary,
                Courses courses) {
        this.accounts = accounts;
        this.rulebook = rulebook;
        this.previews = previews;
        this.mediaLibrary = mediaLibrary;
        this.courses = courses;
    }

    /** @param post what is stored; null for a post that was never saved */
    String show(PostForm form, Post post, Mistakes mistakes, Model model) {
        Map<UUID, Media> stored = mediaLibrary.findAll(form.pictureIds());
        PostContent content = form.content(stored);
        preview(form, content, model);
        model.addAttribute("form", form);
        model.addAttribute("post", post);
        model.addAttribute("pictures", form.pictures());
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("kinds", Arrays.stream(PostKind.values()).sorted(Comparator.comparing(PostKind::label)).toList());
        model.addAttribute("serviceLines", ServiceLine.values());
        model.addAttribute("zones", TimeZones.choices(form.schedule().zone()));
        model.addAttribute("strangeAccounts", strange(form));
        if (post != null) {
            model.addAttribute("course", courses.of(post));
            model.addAttribute("tone", DeskRow.tone(post.state()));
        }
        return "desk/compose";
    }

    /** Only what follows the typing: counts, previews, the time in words. */
    void preview(PostForm form, PostContent content, Model model) {
        model.addAttribute("channels", channels(form, content));
        model.addAttribute("content", ContentView.of(content, previews.of(content)));
        model.addAttribute("time", form.schedule().words());
    }

    PostContent content(PostForm form) {
        return form.content(mediaLibrary.findAll(form.pictureIds()));
    }

    /** A post that cannot be changed any more. */
    String showOnly(Post post, Model model) {
        model.addAttribute("post", post);
        model.addAttribute("content", ContentView.of(post.draft(), previews.of(post.draft())));
        model.addAttribute("course", courses.of(post));
        model.addAttribute("tone", DeskRow.tone(post.state()));
        return "desk/view";
    }

    /** What is stored now, beside what was typed on a page that was opened before. */
    Conflict conflict(Post stored) {
        return new Conflict(courses.name(stored.updatedBy()), TimeZones.write(stored.updatedAt(), TimeZones.DEFAULT),
                stored.revision(), ContentView.of(stored.draft(), previews.of(stored.draft())));
    }

    private List<ChannelFields> channels(PostForm form, PostContent content) {
        List<Account> active = accounts.active();
        return Arrays.stream(Channel.values()).map(channel -> {
            ChannelRules rules = rulebook.of(channel);
            String counted = ChannelText.of(content, channel);
            return new ChannelFields(channel, active.stream().filter(account -> account.channel() == channel).toList(),
                    form.texts().get(channel), rules.count(counted), rules.limit(), rules.fits(counted));
        }).filter(fields -> !fields.accounts().isEmpty()).toList();
    }

    /** Chosen accounts that are not offered any more. */
    private List<String> strange(PostForm form) {
        List<String> active = accounts.active().stream().map(Account::id).toList();
        return form.accounts().stream().filter(id -> !active.contains(id)).toList();
    }
}
