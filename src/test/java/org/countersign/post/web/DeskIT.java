package org.countersign.post.web;

import org.camunda.bpm.engine.IdentityService;
import org.countersign.IntegrationTest;
import org.countersign.account.Channel;
import org.countersign.post.Desk;
import org.countersign.post.MediaLibrary;
import org.countersign.post.Post;
import org.countersign.post.PostState;
import org.countersign.post.Posts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What the desk answers, above all to bad input: a clear message, and everything that was typed. */
@IntegrationTest
class DeskIT {

    @Autowired
    private WebApplicationContext application;
    @Autowired
    private Desk desk;
    @Autowired
    private Posts posts;
    @Autowired
    private MediaLibrary library;
    @Autowired
    private IdentityService identities;
    private DeskSession ana;
    private DeskSession ben;

    @BeforeEach
    void signIn() {
        DeskSession.connectAccounts(application);
        if (identities.createUserQuery().userId("stranger").count() == 0) {
            identities.saveUser(identities.newUser("stranger"));
        }
        ana = new DeskSession(application, "ana");
        ben = new DeskSession(application, "ben");
    }

    @Test
    void aPostIsWrittenSavedAndSubmitted() throws Exception {
        UUID id = saved("text.BLUESKY", "Blood drive on Friday\r\nin the lobby");

        Post draft = desk.find(id);
        assertThat(draft.state()).isEqualTo(PostState.DRAFT);
        assertThat(draft.draft().texts()).containsEntry(Channel.BLUESKY, "Blood drive on Friday\nin the lobby");

        ana.press("/desk/posts/" + id, "submit", complete("revision", "1", "text.BLUESKY", "Blood drive on Friday"))
                .andExpect(redirectedUrl("/desk/posts/" + id));
        assertThat(desk.find(id).state()).isEqualTo(PostState.IN_REVIEW);
        ana.open("/desk/posts/" + id).andExpect(status().isOk())
                .andExpect(content().string(containsString("Submit a new version")))
                .andExpect(content().string(containsString("/posts/" + id + "/record")));
        ana.open("/desk").andExpect(content().string(containsString("In review")))
                .andExpect(content().string(containsString("/desk/posts/" + id)));
    }

    @Test
    void textsOfChannelsWithoutAnAccountStayInTheDraftAndOutOfTheVersion() throws Exception {
        UUID id = saved("text.LINKEDIN", "For later");

        ana.press("/desk/posts/" + id, "submit", complete("revision", "1", "text.LINKEDIN", "For later"))
                .andExpect(status().is3xxRedirection());

        assertThat(desk.find(id).draft().texts()).containsKey(Channel.LINKEDIN);
        assertThat(posts.currentVersion(id).orElseThrow().content().texts()).containsOnlyKeys(Channel.BLUESKY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "accounts      | nowhere          | There is no active account &quot;nowhere&quot;. | #accounts",
            "at            | 2020-01-01T10:00 | The time to publish is in the past              | #schedule",
            "at            | 2027-03-14T02:30 | This time does not exist                        | #schedule-at",
            "at            | tomorrow         | This is not a date with a time                  | #schedule-at",
            "zone          | Mars/Olympus     | There is no time zone                           | #schedule-zone",
            "kind          | ''               | Say what kind of post it is                     | #kind",
            "links         | example          | A link must be a full web address               | #links",
            "text.BLUESKY  | ''               | Write a text for Bluesky                        | #text-BLUESKY"})
    void eachMistakeIsToldBesideItsFieldAndEverythingTypedIsKept(String field, String value, String message,
                                                                           String anchor) throws Exception {
        ana.press("/desk/new", "submit", complete("text.MASTODON", "Typed and not lost", field, value))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("href=\"" + anchor + "\"")))
                .andExpect(content().string(containsString("id=\"" + anchor.substring(1) + "\"")))
                .andExpect(content().string(containsString("Typed and not lost")));
    }

    @Test
    void aTextOverTheLimitSaysByHowMuchAndIsKeptWhole() throws Exception {
        String text = "x".repeat(301);
        ana.press("/desk/new", "submit", complete("text.BLUESKY", text)).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The text counts 301 on Bluesky; at most 300 are allowed.")))
                .andExpect(content().string(containsString("301 / 300")))
                .andExpect(content().string(containsString(">" + text + "</textarea>")));
    }

    @Test
    void whatIsIncompleteIsSavedAsADraftAllTheSame() throws Exception {
        String text = "Saved although incomplete " + UUID.randomUUID();
        ana.press("/desk/new", "submit", "text.BLUESKY", text).andExpect(status().isUnprocessableEntity());

        assertThat(desk.mine("ana", 100, 0)).extracting(saved -> saved.draft().texts().get(Channel.BLUESKY)).contains(text);
    }

    @Test
    void htmlAndScriptsAreShownAsText() throws Exception {
        String script = "<script>alert(1)</script>";
        UUID id = saved("text.BLUESKY", script, "links", "https://harborvale.example/\"><script>alert(2)</script>");

        for (String path : List.of("/desk", "/desk/posts/" + id)) {
            ana.open(path).andExpect(content().string(not(containsString("<script>alert("))))
                    .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")));
        }
        ana.press("/desk/preview", "", complete("text.BLUESKY", script + " javascript:alert(3)"))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                .andExpect(content().string(not(containsString("href=\"javascript"))));
    }

    @Test
    void thePreviewCountsAsTheNetworkCounts() throws Exception {
        ana.press("/desk/preview", "", complete("text.BLUESKY", "👩‍⚕️ tells why"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("11 / 300")))
                .andExpect(content().string(containsString("11 of 300")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void theSecondOfTwoPeopleWhoEditIsToldSeesTheOtherVersionAndLosesNothing() throws Exception {
        UUID id = saved("text.BLUESKY", "First");
        ben.press("/desk/posts/" + id, "save", complete("revision", "1", "text.BLUESKY", "Ben was faster"))
                .andExpect(redirectedUrl("/desk/posts/" + id));

        ana.press("/desk/posts/" + id, "save", complete("revision", "1", "text.BLUESKY", "Ana typed this"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ben Okafor")))
                .andExpect(content().string(containsString("Ben was faster")))
                .andExpect(content().string(containsString("Ana typed this</textarea>")))
                .andExpect(content().string(containsString("value=\"replace:2\"")));
        assertThat(desk.find(id).draft().texts()).containsEntry(Channel.BLUESKY, "Ben was faster");

        ana.press("/desk/posts/" + id, "replace:2", complete("revision", "1", "text.BLUESKY", "Ana typed this"))
                .andExpect(redirectedUrl("/desk/posts/" + id));
        assertThat(desk.find(id).draft().texts()).containsEntry(Channel.BLUESKY, "Ana typed this");
    }

    @Test
    void submittingTheSameAgainSaysThatNothingWasChanged() throws Exception {
        UUID id = saved();
        ana.press("/desk/posts/" + id, "submit", complete("revision", "1")).andExpect(status().is3xxRedirection());

        ana.press("/desk/posts/" + id, "submit", complete("revision", "2")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("Nothing was changed since the last version")));
    }

    @Test
    void aWithdrawnPostIsShownAndCannotBeWrittenAnyMore() throws Exception {
        UUID id = saved();
        ana.press("/desk/posts/" + id, "submit", complete("revision", "1")).andExpect(status().is3xxRedirection());
        ana.press("/desk/posts/" + id, "withdraw").andExpect(redirectedUrl("/desk/posts/" + id));

        ana.open("/desk/posts/" + id).andExpect(status().isOk()).andExpect(content().string(containsString("Withdrawn")))
                .andExpect(content().string(not(containsString("<textarea"))));
        ana.press("/desk/posts/" + id, "save", complete("revision", "2", "text.BLUESKY", "Too late, but kept"))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("Too late, but kept")))
                .andExpect(content().string(containsString("cannot be changed any more")));
    }

    @Test
    void aPictureIsStoredAtOnceAndMustBeDescribed() throws Exception {
        String card = upload("drive.png", DeskSession.picture()).andExpect(status().isOk())
                .andExpect(content().string(containsString("Alt text"))).andReturn().getResponse().getContentAsString();
        String media = card.replaceAll("(?s).*name=\"media\" value=\"([^\"]+)\".*", "$1");

        ana.press("/desk/new", "submit", complete("media", media)).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Describe the picture for people who cannot see it")))
                .andExpect(content().string(containsString("href=\"#media-0-altText\"")))
                .andExpect(content().string(containsString("id=\"media-0-altText\"")));
        ana.press("/desk/new", "submit", complete("media", media, "alt." + media, "A blue dot"))
                .andExpect(status().is3xxRedirection());
        ana.press("/desk/new", "remove:" + media, complete("media", media, "text.BLUESKY", "Stays"))
                .andExpect(content().string(not(containsString(media)))).andExpect(content().string(containsString("Stays")));
    }

    @Test
    void filesThatAreNoPicturesOrTooLargeAreRefusedByName() throws Exception {
        upload("notes.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("notes.png: This file is not a JPEG, PNG or GIF picture")));
        upload("large.png", new byte[20_000_000]).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The picture has 20.0 MB; at most 10 MB are accepted.")));
        upload("empty.png", new byte[0]).andExpect(content().string(containsString("The file is empty")));
    }

    @Test
    void aPictureThatSaysWhereItWasTakenIsRefused() throws Exception {
        byte[] png = DeskSession.picture();
        byte[] coordinates = "<rdf exif:GPSLatitude='42,21.6N'/>".getBytes(StandardCharsets.UTF_8);
        upload("ward.png", ByteBuffer.allocate(png.length + coordinates.length).put(png).put(coordinates).array())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ward.png: The picture says where it was taken")));
    }

    @Test
    void withoutScriptsPicturesAreAddedOnAPageWithoutText() throws Exception {
        UUID id = UUID.fromString(ana.press("/desk/new", "pictures", complete()).andReturn().getResponse().getRedirectedUrl()
                .split("/")[3]);
        ana.open("/desk/posts/" + id + "/pictures").andExpect(status().isOk());
        ana.send(multipart("/desk/posts/" + id + "/pictures").file(new MockMultipartFile("pictures", "drive.png", null,
                DeskSession.picture()))).andExpect(redirectedUrl("/desk/posts/" + id));
        assertThat(desk.find(id).draft().media()).hasSize(1);
        ana.send(multipart("/desk/posts/" + id + "/pictures").file(new MockMultipartFile("pictures", "notes.txt", null,
                new byte[]{1}))).andExpect(status().isUnprocessableEntity());
        assertThat(desk.find(id).draft().media()).hasSize(1);
    }

    @Test
    void aTextIsCopiedToTheChannelsWithoutOneAndNeverOverAnother() throws Exception {
        ana.press("/desk/new", "copy:BLUESKY", complete("text.BLUESKY", "Same everywhere", "text.FACEBOOK", "My own"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"text.MASTODON\" aria-describedby=\"count-MASTODON\">Same everywhere</textarea>")))
                .andExpect(content().string(containsString(">My own</textarea>")));
    }

    @Test
    void picturesAreServedAsWhatTheyAreToPeopleWhoWorkHere() throws Exception {
        var media = library.add("drive.png", DeskSession.picture(), "ana");
        String etag = '"' + media.sha256() + '"';
        new DeskSession(application, "lena").open("/media/" + media.id()).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "max-age=3600, private"))
                .andExpect(header().string("ETag", etag)).andExpect(content().bytes(DeskSession.picture()));
        ana.http().perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/media/" + media.id())
                .header("If-None-Match", etag).with(user("ana"))).andExpect(status().isNotModified());
        new DeskSession(application, "stranger").open("/media/" + media.id()).andExpect(status().isForbidden());
        ana.open("/media/" + UUID.randomUUID()).andExpect(status().isNotFound());
    }

    @Test
    void onlyAuthorsWriteAndNobodyWithoutAToken() throws Exception {
        UUID id = saved();
        for (String person : List.of("lena", "stranger")) {
            DeskSession other = new DeskSession(application, person);
            other.open("/desk/new").andExpect(status().isForbidden());
            other.open("/desk/posts/" + id).andExpect(status().isForbidden());
            other.press("/desk/posts/" + id, "save", complete("revision", "1")).andExpect(status().isForbidden());
        }
        new DeskSession(application, "stranger").open("/desk").andExpect(status().isForbidden());
        new DeskSession(application, "lena").open("/desk").andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
        ben.open("/desk/posts/" + id).andExpect(status().isOk());
        ana.open("/desk/posts/" + UUID.randomUUID()).andExpect(status().isNotFound());
        ana.http().perform(post("/desk/posts/" + id).param("action", "save").with(user("ana")))
                .andExpect(status().isForbidden());
        assertThat(desk.find(id).revision()).isEqualTo(1);
    }

    private UUID saved(String... changes) throws Exception {
        return DeskSession.postOf(ana.press("/desk/new", "save", complete(changes)).andExpect(status().is3xxRedirection()));
    }

    private ResultActions upload(String name, byte[] bytes) throws Exception {
        return ana.send(multipart("/desk/media").file(new MockMultipartFile("pictures", name, "image/png", bytes)));
    }

    /** The fields of a post that can be submitted, with some of them changed. */
    private static String[] complete(String... changes) {
        List<String> fields = new ArrayList<>(List.of("accounts", "bluesky-hospital", "text.BLUESKY", "Blood drive on Friday",
                "kind", "EVENT", "serviceLine", "GENERAL", "when", "set", "at", "2026-12-24T10:00", "tolerance", "120",
                "zone", "America/New_York"));
        for (int i = 0; i < changes.length; i += 2) {
            int at = fields.indexOf(changes[i]);
            if (at >= 0) {
                fields.set(at + 1, changes[i + 1]);
            } else {
                fields.addAll(List.of(changes[i], changes[i + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }
}
