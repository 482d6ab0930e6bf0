package org.countersign.post.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.post.MediaLibrary;
import org.countersign.post.NotAllowed;
import org.countersign.post.PostAccess;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;

/** What htmx asks for while somebody writes. Nothing here saves a post. */
@Controller
class ComposeFragments {

    private final ComposePage page;
    private final MediaLibrary mediaLibrary;
    private final PostAccess access;

    ComposeFragments(ComposePage page, MediaLibrary mediaLibrary, PostAccess access) {
        this.page = page;
        this.mediaLibrary = mediaLibrary;
        this.access = access;
    }

    /** Counts, previews and the time in words, for what is typed right now. */
    @PostMapping("/desk/preview")
    String preview(@RequestParam MultiValueMap<String, String> fields, Model model) {
        PostForm form = PostForm.read(fields);
        page.preview(form, page.content(form), model);
        return "desk/preview :: answer";
    }

    /** Stores pictures. The request carries nothing but files, so that a text never fails with them. */
    @PostMapping("/desk/media")
    String add(@RequestParam(name = "pictures", required = false) List<MultipartFile> files, Principal person, Model model,
               HttpServletResponse response) throws IOException {
        if (!access.worksHere(person.getName())) {
            throw new AccessDeniedException("no member");
        }
        Added added = store(mediaLibrary, files, person.getName());
        if (!added.refusals().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        response.setHeader(ComposePages.AFTERWARDS, ComposePages.CONTENT_CHANGED);
        model.addAttribute("pictures", added.pictures());
        model.addAttribute("refusals", added.refusals());
        model.addAttribute("mistakes", Mistakes.NONE);
        return "desk/pictures :: answer";
    }

    /**
     * What became of an upload.
     *
     * @param refusals sentences that name the file and what is wrong with it
     */
    record Added(List<PictureForm> pictures, List<String> refusals) {
    }

    static Added store(MediaLibrary mediaLibrary, List<MultipartFile> files, String userId) throws IOException {
        List<PictureForm> pictures = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            try {
                pictures.add(PictureForm.of(mediaLibrary.add(file.getOriginalFilename(), file.getBytes(), userId)));
            } catch (NotAllowed refusal) {
                refusals.add(file.getOriginalFilename() + ": " + refusal.getMessage());
            }
        }
        return new Added(pictures, refusals);
    }
}
