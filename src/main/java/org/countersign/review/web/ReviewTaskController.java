package org.countersign.review.web;

import org.countersign.businesstime.OrganizationTime;
import org.countersign.post.PostVersion;
import org.countersign.review.Comments;
import org.countersign.review.ReviewTask;
import org.countersign.review.ReviewTasks;
import org.countersign.review.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.time.Clock;

/**
 * What is looked at in a task: a tab beside the form in Tasklist. The decision itself is made in the form.
 */
@Controller
@RequestMapping("/review/tasks/{taskId}")
class ReviewTaskController {

    private final ReviewTasks tasks;
    private final PostReaders readers;
    private final ReviewSheets sheets;
    private final Views views;
    private final Comments comments;
    private final OrganizationTime time;
    private final Clock clock;

    ReviewTaskController(ReviewTasks tasks, PostReaders readers, ReviewSheets sheets, Views views, Comments comments,
                         OrganizationTime time, Clock clock) {
        this.tasks = tasks;
        this.readers = readers;
        this.sheets = sheets;
        this.views = views;
        this.comments = comments;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String taskId, Principal person, Model model) {
        ReviewTask task = task(taskId, person);
        PostVersion version = version(task);
        model.addAttribute("sheet", sheets.sheet(task, version, person.getName()));
        views.note(version, person.getName());
        if (task.due() != null) {
            model.addAttribute("left", time.left(clock.instant(), task.due()));
        }
        addComments(task, model);
        return "review/task";
    }

    @PostMapping("/comments")
    String comment(@PathVariable String taskId, @RequestParam String text, Principal person, Model model,
                   @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
        ReviewTask task = task(taskId, person);
        try {
            comments.write(version(task), person.getName(), text);
            model.addAttribute("written", true);
        } catch (IllegalArgumentException unusable) {
            model.addAttribute("commentProblem", unusable.getMessage());
            model.addAttribute("typed", text);
            return fragment ? comments(task, model) : page(taskId, person, model);
        }
        return fragment ? comments(task, model) : "redirect:/review/tasks/" + task.id() + "#comments";
    }

    private String comments(ReviewTask task, Model model) {
        addComments(task, model);
        return "review/comments :: comments";
    }

    private void addComments(ReviewTask task, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("comments", sheets.comments(task.postId()));
        model.addAttribute("longest", Comments.LONGEST);
    }

    private ReviewTask task(String taskId, Principal person) {
        ReviewTask task = tasks.find(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!readers.mayOpen(task, person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return task;
    }

    private PostVersion version(ReviewTask task) {
        return sheets.version(task).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
