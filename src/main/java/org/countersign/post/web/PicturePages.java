package org.countersign.post.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.post.Desk;
import org.countersign.post.EditConflict;
import org.countersign.post.MediaLibrary;
import org.countersign.post.NotAllowed;
import org.countersign.post.Post;
import org.countersign.post.PostAccess;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Adds pictures to a saved draft where scripts do not run. The page has no text that could be lost. */
@Controller
class PicturePages {

    private final Desk desk;
    private final MediaLibrary mediaLibrary;
    private final PostAccess access;

    PicturePages(Desk desk, MediaLibrary mediaLibrary, PostAccess access) {
        this.desk = desk;
        this.mediaLibrary = mediaLibrary;
        this.access = access;
    }

    @GetMapping("/desk/posts/{id}/pictures")
    String ask(@PathVariable UUID id, Principal person, Model model) {
        model.addAttribute("post", open(id, person));
        model.addAttribute("refusals", List.of());
        return "desk/add-pictures";
    }

    @PostMapping("/desk/posts/{id}/pictures")
    String add(@PathVariable UUID id, @RequestParam(name = "pictures", required = false) List<MultipartFile> files,
               Principal person, Model model, HttpServletResponse response) throws IOException {
        Post post = open(id, person);
        ComposeFragments.Added added = ComposeFragments.store(mediaLibrary, files, person.getName());
        List<String> refusals = new ArrayList<>(added.refusals());
        if (!added.pictures().isEmpty()) {
            PostForm form = PostForm.of(post);
            List<PictureForm> pictures = new ArrayList<>(form.pictures());
            pictures.addAll(added.pictures());
            PostForm extended = form.withPictures(pictures);
            try {
                desk.save(id, post.revision(), extended.content(mediaLibrary.findAll(extended.pictureIds())), person.getName());
            } catch (EditConflict | NotAllowed refusal) {
                refusals.add(refusal.getMessage() + " Open the post and try again.");
            }
        }
        if (refusals.isEmpty()) {
            return "redirect:/desk/posts/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("post", post);
        model.addAttribute("refusals", refusals);
        return "desk/add-pictures";
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
}
