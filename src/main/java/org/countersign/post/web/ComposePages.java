package org.countersign.post.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.account.Channel;
import org.countersign.post.Desk;
import org.countersign.post.EditConflict;
import org.countersign.post.Incomplete;
import org.countersign.post.MediaLibrary;
import org.countersign.post.NotAllowed;
import org.countersign.post.Post;
import org.countersign.post.PostAccess;
import org.countersign.post.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.security.Principal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Writing a post. Every answer that is no success is the same page again with everything that was typed. */
@Controller
class ComposePages {

    /** Tells htmx what to announce once the answer is in the page: the previews listen to it. */
    static final String AFTERWARDS = "HX-Trigger-After-Settle";
    static final String CONTENT_CHANGED = "contentChanged";

    private final Desk desk;
    private final MediaLibrary mediaLibrary;
    private final PostAccess access;
    private final ComposePage page;
    private final Clock clock;

    ComposePages(Desk desk, MediaLibrary mediaLibrary, PostAccess access, ComposePage page, Clock clock) {
        this.desk = desk;
        this.mediaLibrary = mediaLibrary;
        this.access = access;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/desk/new")
    String blank(Principal person, Model model) {
        requireWriter(person);
        return page.show(PostForm.blank(clock.instant()), null, Mistakes.NONE, model);
    }

    @GetMapping("/desk/posts/{id}")
    String open(@PathVariable UUID id, Principal person, Model model) {
        Post post = open(id, person);
        return post.state().editable() ? page.show(PostForm.of(post), post, Mistakes.NONE, model)
                : page.showOnly(post, model);
    }

    @PostMapping("/desk/new")
    String write(@RequestParam MultiValueMap<String, String> fields, @RequestParam String action, Principal person,
                 Model model, RedirectAttributes next, HttpServletResponse response) {
        requireWriter(person);
        return act(Action.of(action), PostForm.read(fields), null, person, model, next, response);
    }

    @PostMapping("/desk/posts/{id}")
    String write(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, @RequestParam String action,
                 Principal person, Model model, RedirectAttributes next, HttpServletResponse response) {
        return act(Action.of(action), PostForm.read(fields), open(id, person), person, model, next, response);
    }

    private String act(Action action, PostForm form, Post post, Principal person, Model model, RedirectAttributes next,
                       HttpServletResponse response) {
        return switch (action.verb()) {
            case COPY -> rearranged(copied(form, action.argument()), post, model, response);
            case REMOVE -> rearranged(without(form, action.argument()), post, model, response);
            case WITHDRAW -> withdraw(form, post, person, model, next, response);
            default -> save(action, form, post, person, model, next, response);
        };
    }

    private String rearranged(PostForm form, Post post, Model model, HttpServletResponse response) {
        response.setHeader(AFTERWARDS, CONTENT_CHANGED);
        return page.show(form, post, Mistakes.NONE, model);
    }

    private String save(Action action, PostForm typed, Post post, Principal person, Model model, RedirectAttributes next,
                        HttpServletResponse response) {
        PostForm form = action.verb() == Action.Verb.REPLACE ? typed.withRevision(action.number()) : typed;
        var stored = mediaLibrary.findAll(form.pictureIds());
        List<Problem> unclear = form.problems(stored);
        if (!unclear.isEmpty()) {
            return again(form, post, unclear, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
        }
        Post saved = post;
        try {
            saved = post == null ? desk.create(form.content(stored), person.getName())
                    : desk.save(post.id(), form.revision() == null ? 0 : form.revision(), form.content(stored), person.getName());
            if (action.verb() == Action.Verb.SUBMIT) {
                int number = desk.submit(saved.id(), saved.revision(), person.getName()).number();
                next.addFlashAttribute("said", "Version " + number + " was submitted for review.");
            } else {
                next.addFlashAttribute("said", "The draft was saved.");
            }
            return "redirect:/desk/posts/" + saved.id() + (action.verb() == Action.Verb.PICTURES ? "/pictures" : "");
        } catch (Incomplete incomplete) {
            return again(form.withRevision(saved.revision()), saved, incomplete.problems(),
                    HttpStatus.UNPROCESSABLE_ENTITY, model, response);
        } catch (EditConflict conflict) {
            model.addAttribute("conflict", page.conflict(desk.find(saved.id())));
            return again(form, saved, List.of(), HttpStatus.CONFLICT, model, response);
        } catch (NotAllowed refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return saved == null ? again(form, null, List.of(), HttpStatus.CONFLICT, model, response)
                    : again(form.withRevision(saved.revision()), desk.find(saved.id()), List.of(), HttpStatus.CONFLICT, model,
                    response);
        }
    }

    private String withdraw(PostForm form, Post post, Principal person, Model model, RedirectAttributes next,
                            HttpServletResponse response) {
        if (post == null) {
            throw new AccessDeniedException("nothing to withdraw");
        }
        try {
            desk.withdraw(post.id(), person.getName());
        } catch (NotAllowed refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return again(form, post, List.of(), HttpStatus.CONFLICT, model, response);
        }
        next.addFlashAttribute("said", "The post was withdrawn. Nothing of it will go out.");
        return "redirect:/desk/posts/" + post.id();
    }

    private String again(PostForm form, Post post, List<Problem> problems, HttpStatus status, Model model,
                         HttpServletResponse response) {
        response.setStatus(status.value());
        return page.show(form, post, new Mistakes(problems), model);
    }

    /** Fills empty texts only: what somebody typed is never written over. */
    private static PostForm copied(PostForm form, String channel) {
        Map<Channel, String> texts = new EnumMap<>(form.texts());
        form.texts().forEach((source, text) -> {
            if (source.name().equals(channel)) {
                texts.replaceAll((other, old) -> old.isBlank() ? text : old);
            }
        });
        return form.withTexts(texts);
    }

    private static PostForm without(PostForm form, String picture) {
        return form.withPictures(form.pictures().stream()
                .filter(shown -> !shown.id().toString().equals(picture)).toList());
    }

    private Post open(UUID id, Principal person) {
        if (!access.writes(person.getName())) {
            throw new AccessDeniedException("no author of this post");
        }
        try {
            return desk.find(id);
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }

    private void requireWriter(Principal person) {
        if (!access.writes(person.getName())) {
            throw new AccessDeniedException("no author");
        }
    }
}
