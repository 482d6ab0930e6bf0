package org.countersign.oversight;

import org.countersign.IntegrationTest;
import org.countersign.oversight.FigureSource.Counted;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures against posts that were counted by hand. */
@IntegrationTest
class ScorecardIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Figures figures;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ZoneId zone;
    private FigurePosts posts;

    @BeforeEach
    void anEntityOfItsOwn() {
        posts = new FigurePosts(application);
    }

    @Test
    void countWhatHappenedInTheLoop() {
        UUID first = posts.submitted("Blood drive on Alder Street.");
        posts.approved(first, "marketing", "mara");
        UUID second = posts.submitted("Book fair in the lobby.");
        posts.returned(second, "marketing", "mara");
        posts.changed(second, "Book fair in the lobby, 9 to 5.");
        posts.approved(second, "marketing", "mara");
        UUID third = posts.submitted("Bake sale.");
        posts.rejected(third, "marketing", "mara", "BRAND");
        UUID fourth = posts.submitted("Ask for MRN 00482913 at the desk.");
        posts.submitted("Health fair on the lawn.");

        assertThat(number("posts-by-state", "", "all")).isEqualTo(5);
        assertThat(number("posts-by-state", "REJECTED", "all")).isEqualTo(1);
        assertThat(number("posts-by-state", "BLOCKED", "all")).isEqualTo(1);
        assertThat(number("posts-by-state", "IN_REVIEW", "all")).isEqualTo(1);
        assertThat(number("posts-by-kind", "EVENT", "all")).isEqualTo(5);
        assertThat(number("posts-by-channel", "FACEBOOK", "all")).isEqualTo(5);
        assertThat(number("time-to-decision", "", "decided")).isEqualTo(4);
        assertThat(number("time-per-role", "marketing", "decided")).isEqualTo(4);
        assertThat(number("first-pass", "", "APPROVE")).isEqualTo(1);
        assertThat(number("first-pass", "", "CHANGES")).isEqualTo(1);
        assertThat(number("first-pass", "", "REJECT")).isEqualTo(1);
        assertThat(number("first-pass", "", "BLOCKED")).isEqualTo(1);
        assertThat(number("first-pass", "", "share")).isEqualTo(25);
        assertThat(number("rejections", "BRAND", "all")).isEqualTo(1);
        assertThat(number("near-misses", "", "all")).isEqualTo(1);
        assertThat(records("near-misses", "P1", "all")).extracting(Counted::postId).containsExactly(fourth);
        assertThat(records("first-pass", "", "CHANGES")).containsExactly(
                new Counted(second, 1, records("first-pass", "", "CHANGES").get(0).at()));
        assertThat(records("rejections", "BRAND", "all")).extracting(Counted::postId).containsExactly(third);
    }

    @Test
    void businessTimeStandsStillOnWeekendsAndHolidays() {
        assertThat(open("2026-11-20T16:00-05:00", "2026-11-23T09:00-05:00")).isEqualTo(120);
        assertThat(open("2026-11-21T10:00-05:00", "2026-11-22T18:00-05:00")).isZero();
        assertThat(open("2026-11-25T16:30-05:00", "2026-11-27T08:15-05:00")).isEqualTo(45);
        assertThat(open("2025-12-31T10:00-05:00", "2026-01-02T10:00-05:00")).isNull();
    }

    @Test
    void percentilesAreOfBusinessTimeAcrossAWeekend() {
        String friday = "2026-11-20T16:00-05:00";
        decided(friday, "2026-11-20T16:30-05:00", "2026-11-20T17:00-05:00");
        decided(friday, "2026-11-21T12:00-05:00", "2026-11-20T17:00-05:00");
        decided(friday, "2026-11-23T09:00-05:00", "2026-11-20T17:00-05:00");

        Figure time = figure("time-to-decision", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23));
        assertThat(time.cell("R1", "decided").orElseThrow().text()).isEqualTo("3");
        assertThat(time.cell("R1", "p50").orElseThrow().text()).isEqualTo("1.0 h");
        assertThat(time.cell("R1", "p90").orElseThrow().text()).isEqualTo("2.0 h");
        assertThat(time.cell("", "p90").orElseThrow().text()).isEqualTo("2.0 h");
        Figure due = figure("reviews-due", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20));
        assertThat(due.cell("legal", "IN_TIME").orElseThrow().value()).isEqualTo(1);
        assertThat(due.cell("legal", "LATE").orElseThrow().value()).isEqualTo(2);
        assertThat(due.cell("", "share").orElseThrow().text()).isEqualTo("66.7 %");
    }

    @ParameterizedTest
    @CsvSource({"evelyn, 200", "carl, 200", "mara, 200", "beth, 200", "admin, 200", "ana, 403", "lena, 403", "paul, 403"})
    void isReadByThoseWhoAnswerForTheProgram(String person, int status) {
        Visitor visitor = new Visitor(port).signIn(person);
        for (String page : List.of("/scorecard", "/scorecard/first-pass.csv", "/scorecard/first-pass?column=APPROVE",
                "/reports")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(status);
        }
    }

    @Test
    void everyNumberLeadsToWhatItCountsAndRecordsOnlyToThoseWhoReadThem() {
        UUID post = posts.submitted("Health fair on the lawn.");
        String entity = "&entity=" + posts.entity;
        String link = "/scorecard/posts-by-state?row=IN_REVIEW&amp;column=all&amp;period=last-30-days"
                + entity.replace("&", "&amp;");

        String page = new Visitor(port).signIn("evelyn").get("/scorecard?x=1" + entity).body();
        assertThat(page).contains("href=\"" + link + "\"").contains("/scorecard/chart/posts-by-state.png?");
        String list = link.replace("&amp;", "&");
        assertThat(new Visitor(port).signIn("evelyn").get(list).body()).contains(post.toString().substring(0, 8))
                .doesNotContain("/posts/" + post + "/record");
        assertThat(new Visitor(port).signIn("admin").get(list).body()).contains("/posts/" + post + "/record");
    }

    @Test
    void aTableIsAFileAndItsPictureAPicture() {
        posts.submitted("Health fair on the lawn.");
        Visitor evelyn = new Visitor(port).signIn("evelyn");
        HttpResponse<String> file = evelyn.get("/scorecard/posts-by-state.csv?entity=" + posts.entity);
        assertThat(file.body()).isEqualTo("State,Posts\r\nIn review,1\r\nAll,1\r\n");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        HttpResponse<String> picture = evelyn.get("/scorecard/chart/posts-by-state.png?entity=" + posts.entity);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(evelyn.get("/scorecard/chart/nothing.png").statusCode()).isEqualTo(404);
        assertThat(evelyn.get("/scorecard/nothing?column=all").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"period=days&from=2026-11-02&to=2026-11-01", "period=days&from=2026-11-02", "period=never",
            "period=days&from=x&to=y", "period=days&from=0001-01-01&to=9999-12-31", "entity=nobody"})
    void aPeriodThatMakesNoSenseIsToldAndStaysAsTyped(String query) {
        HttpResponse<String> answer = new Visitor(port).signIn("evelyn").get("/scorecard?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("role=\"alert\"").doesNotContain("Against the targets");
        assertThat(query.contains("from=2026-11-02") ? answer.body() : "value=\"2026-11-02\"").contains("value=\"2026-11-02\"");
    }

    private Double number(String figure, String row, String column) {
        LocalDate today = LocalDate.now(zone);
        return figure(figure, today, today).cell(row, column).orElseThrow().value();
    }

    private Figure figure(String id, LocalDate from, LocalDate to) {
        return figures.one(id, query(from, to));
    }

    private List<Counted> records(String figure, String row, String column) {
        LocalDate today = LocalDate.now(zone);
        return figures.source(figure).records(row, column, query(today, today), 10, 0);
    }

    /** Later than the test may run: the weekend of the test data need not be over. */
    private FigureQuery query(LocalDate from, LocalDate to) {
        return new FigureQuery(new Period("test", from, to, zone), posts.entity, Instant.parse("2029-01-01T00:00:00Z"));
    }

    private Integer open(String from, String to) {
        return jdbc.sql("select figure_open_minutes(?::timestamptz, ?::timestamptz)").params(from, to)
                .query((row, number) -> row.getObject(1, Integer.class)).list().stream().filter(Objects::nonNull)
                .findFirst().orElse(null);
    }

    /** A post of the moderate class that legal was asked about at its submission. */
    private void decided(String submitted, String decided, String due) {
        UUID post = UUID.randomUUID();
        jdbc.sql("insert into post values (?, 'ana', 'SCHEDULED', '{}', 1, now(), now(), 'ana')").param(post).update();
        jdbc.sql("insert into post_version values (?, 1, 'd', jsonb_build_object('kind', 'EVENT', 'accounts', "
                + "jsonb_build_array(?::text)), 'ana', ?::timestamptz)").params(post, posts.entity, submitted).update();
        jdbc.sql("insert into routing values (?, 1, 1, 'MANUAL', '{legal}', '{}', ?::timestamptz)")
                .params(post, submitted).update();
        jdbc.sql("insert into review values (?, 1, 'legal', ?::timestamptz, ?::timestamptz, 'c', 1, 'executive')")
                .params(post, submitted, due).update();
        jdbc.sql("insert into review_decision values (?, 1, 'legal', 'd', ?, 'lena', ?::timestamptz, 'APPROVE', '', null, null, "
                + "'f', '{}')").params(post, UUID.randomUUID().toString(), decided).update();
    }
}
