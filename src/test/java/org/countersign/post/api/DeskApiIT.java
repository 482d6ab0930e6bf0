package org.countersign.post.api;

import org.countersign.IntegrationTest;
import org.countersign.post.web.DeskSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The desk for programs: the same acts, and problem details for everything that is refused. */
@IntegrationTest
class DeskApiIT {

    private static final String COMPLETE = """
            {"revision": %d, "kind": "EVENT", "texts": {"BLUESKY": "%s"}, "accounts": ["bluesky-hospital"],
             "schedule": {"notBefore": "2026-12-24T15:00:00Z", "notAfter": "2026-12-24T17:00:00Z", "zone": "America/New_York"}}
            """;

    @Autowired
    private WebApplicationContext application;
    private MockMvc http;

    @BeforeEach
    void connect() {
        DeskSession.connectAccounts(application);
        http = new DeskSession(application, "ana").http();
    }

    @Test
    void a_post_is_created_replaced_submitted_and_withdrawn() throws Exception {
        String id = created("Blood drive");
        as("ana", put("/api/v1/posts/" + id), COMPLETE.formatted(1, "Blood drive on Friday")).andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").value(2))
                .andExpect(jsonPath("$.draft.schedule.zone").value("America/New_York"));
        as("ana", post("/api/v1/posts/" + id + "/submit"), "{\"revision\": 2}").andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(1)).andExpect(jsonPath("$.digest").isString());
        as("ana", get("/api/v1/posts/" + id), "").andExpect(jsonPath("$.state").value("IN_REVIEW"));
        as("ana", get("/api/v1/posts"), "").andExpect(jsonPath("$[*].id").value(hasItem(id)));
        as("ana", get("/api/v1/posts/" + id + "/versions"), "").andExpect(jsonPath("$.length()").value(1));
        as("ana", get("/api/v1/posts/" + id + "/remarks"), "").andExpect(status().isOk());
        as("ana", post("/api/v1/posts/" + id + "/withdraw"), "").andExpect(status().isNoContent());
        as("ana", put("/api/v1/posts/" + id), COMPLETE.formatted(2, "Too late")).andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("cannot be changed any more")));
    }

    @Test
    void two_programs_that_write_one_post_are_told() throws Exception {
        String id = created("First");
        as("ben", put("/api/v1/posts/" + id), COMPLETE.formatted(1, "Ben")).andExpect(status().isOk());
        as("ana", put("/api/v1/posts/" + id), COMPLETE.formatted(1, "Ana")).andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.savedBy").value("ben")).andExpect(jsonPath("$.revision").value(2));
    }

    @Test
    void an_incomplete_post_is_refused_with_every_problem() throws Exception {
        String id = created("x".repeat(301));
        as("ana", post("/api/v1/posts/" + id + "/submit"), "{\"revision\": 1}").andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.problems[0].field").value("text.BLUESKY"))
                .andExpect(jsonPath("$.problems[0].message").value("The text counts 301 on Bluesky; at most 300 are allowed."));
    }

    @Test
    void what_cannot_be_read_or_stored_is_refused() throws Exception {
        as("ana", post("/api/v1/posts"), "{\"kind\": \"GOSSIP\"}").andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        as("ana", post("/api/v1/posts"), "{\"texts\": {\"BLUESKY\": \"a\\u0000b\"}}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].field").value("texts"));
        as("ana", post("/api/v1/posts"), "{\"texts\": {\"BLUESKY\": \"\\ud83d\"}}").andExpect(status().isUnprocessableEntity());
        as("ana", post("/api/v1/posts"), "{\"schedule\": {\"zone\": \"Mars\"}}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].field").value("schedule.zone"));
        as("ana", post("/api/v1/posts"), "{\"media\": [{\"id\": \"" + UUID.randomUUID() + "\"}]}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.problems[0].field").value("media.0"));
        as("ana", post("/api/v1/posts"), "{\"links\": [\"" + "x".repeat(2001) + "\"]}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.problems[0].field").value("links[0]"));
        as("ana", put("/api/v1/posts/" + created("x")), "{}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].field").value("revision"));
    }

    @Test
    void only_authors_write_and_an_unknown_post_is_not_found() throws Exception {
        String id = created("Mine");
        as("lena", get("/api/v1/posts/" + id), "").andExpect(status().isForbidden());
        as("lena", get("/api/v1/posts"), "").andExpect(status().isForbidden());
        as("lena", put("/api/v1/posts/" + id), COMPLETE.formatted(1, "Not mine")).andExpect(status().isForbidden())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        as("ana", get("/api/v1/posts/" + UUID.randomUUID()), "").andExpect(status().isNotFound());
        http.perform(get("/api/v1/posts")).andExpect(status().isUnauthorized());
    }

    @Test
    void pictures_are_uploaded_and_what_is_none_or_too_large_is_refused() throws Exception {
        upload("drive.png", DeskSession.picture()).andExpect(status().isCreated())
                .andExpect(jsonPath("$.contentType").value("image/png")).andExpect(jsonPath("$.width").value(640));
        upload("notes.png", "text".getBytes(StandardCharsets.UTF_8)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.problems[0].field").value("file"));
        upload("large.png", new byte[20_000_000]).andExpect(status().isPayloadTooLarge())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void what_a_program_must_know_is_told_and_documented() throws Exception {
        as("ana", get("/api/v1/accounts"), "").andExpect(jsonPath("$[*].id").value(hasItem("bluesky-hospital")))
                .andExpect(jsonPath("$[0].server").doesNotExist());
        as("ana", get("/api/v1/kinds"), "").andExpect(jsonPath("$.length()").value(34));
        as("ana", post("/api/v1/previews"), COMPLETE.formatted(0, "👩‍⚕️ tells why"))
                .andExpect(jsonPath("$.channels[0].count").value(11)).andExpect(jsonPath("$.channels[0].limit").value(300));
        as("ana", get("/api/v1/openapi"), "").andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/posts/{id}/submit'].post.summary").value("Submit the draft for review"));
        as("ana", get("/api/v1/docs"), "").andExpect(status().is3xxRedirection());
    }

    private String created(String text) throws Exception {
        String location = as("ana", post("/api/v1/posts"), COMPLETE.formatted(0, text)).andExpect(status().isCreated())
                .andReturn().getResponse().getHeader("Location");
        return location.substring("/api/v1/posts/".length());
    }

    private ResultActions as(String person, MockHttpServletRequestBuilder request, String json) throws Exception {
        return http.perform(request.with(httpBasic(person, "demonstration")).contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private ResultActions upload(String name, byte[] bytes) throws Exception {
        return http.perform(multipart("/api/v1/media").file(new MockMultipartFile("file", name, "image/png", bytes))
                .with(httpBasic("ana", "demonstration")));
    }
}
