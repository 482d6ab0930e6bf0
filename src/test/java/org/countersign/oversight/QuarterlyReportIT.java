package org.countersign.oversight;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countersign.IntegrationTest;
import org.countersign.businesstime.BusinessClock;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.notification.SettableClock;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import javax.imageio.ImageIO;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A report from its building to its acknowledgment or escalation; its pages are kept in {@code target/report}. */
@IntegrationTest
class QuarterlyReportIT {

    private static final List<Minute> MINUTES = List.of(Minute.decision("Go on as before."),
            Minute.action("Name a delegate for legal.", "carl", LocalDate.of(2028, 1, 14)));

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private ReportStore store;
    @Autowired
    private ReportPdf pdf;
    @Autowired
    private ReportMails mails;
    @Autowired
    private MinuteCheck check;
    @Autowired
    private Directory directory;
    @Autowired
    private Entities entities;
    @Autowired
    private BusinessClock businessClock;
    @Autowired
    private Ledger ledger;
    @Autowired
    private ZoneId zone;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    /** Postgres keeps microseconds. */
    private final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(60));
    private QuarterlyReport reports;
    private FigurePosts posts;
    private Quarter now;

    @BeforeEach
    void aQuarterInWhichSomethingHappened() {
        reports = new QuarterlyReport(store, pdf, mails, check, directory, entities, businessClock, ledger, zone, clock);
        posts = new FigurePosts(application);
        now = Quarter.of(LocalDate.ofInstant(clock.instant(), zone));
    }

    @Test
    void aQuarterInWhichNobodyDidAnythingIsRefusedWithTheReason() {
        assertThatThrownBy(() -> build(new Quarter(2019, 2))).isInstanceOf(ReportRefused.class)
                .hasMessageContaining("Nobody did anything").hasMessageContaining("Q2 2019");
        assertThatThrownBy(() -> build(new Quarter(now.year() + 1, 4))).isInstanceOf(ReportRefused.class)
                .hasMessageContaining("has not begun");
        assertThatThrownBy(() -> transaction.execute(status -> reports.build("nobody", now, "mara")))
                .isInstanceOf(ReportRefused.class).hasMessageContaining("no entity nobody");
        assertThat(jdbc.sql("select count(*) from report where entity = ?").param(posts.entity).query(Long.class)
                .single()).isZero();
    }

    @Test
    void aReportIsAFileWithWordsTagsAndPageNumbers() throws IOException {
        aFewPosts();
        UUID earlier = delivered();
        acknowledge(earlier, "evelyn", MINUTES);
        UUID report = build(now);

        byte[] file = store.pdf(report);
        try (PDDocument document = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("Quarterly report " + now.label(), "4 posts were submitted", "Time to decision",
                    "Approved at the first pass", "1 action of an earlier report is open", "Near misses",
                    "Name a delegate for legal.", "Carl", "Page 1 of " + document.getNumberOfPages(),
                    "The quarter is not over");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Quarterly report " + now.label());
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
            draw(document);
        }
        assertThat(reports.state(report).sha256()).hasSize(64);
        assertThat(reports.state(report).label()).isEqualTo("Built");
        assertThat(kinds(report)).containsExactly("report.built");
    }

    @Test
    void isMailedToExecutivesOnceWithoutFiguresAndAcknowledgedWithMinutes() {
        posts.submitted("Health fair on the lawn.");
        UUID report = delivered();
        transaction.executeWithoutResult(status -> reports.deliver(report, "mara"));

        List<Map<String, Object>> mailed = mailed(report, "report-ready");
        assertThat(mailed).extracting(mail -> mail.get("recipient")).containsExactly("evelyn");
        assertThat(mailed.get(0).get("text_body").toString()).contains("/reports/" + report, now.label()).doesNotContain("%");
        assertThat(reports.state(report).dueAt()).isEqualTo(
                businessClock.deadline(clock.instant(), 15, BusinessClock.Unit.BUSINESS_DAYS).due());

        assertThatThrownBy(() -> acknowledge(report, "carl", MINUTES))
                .hasMessageContaining("Only somebody with the role Executive");
        assertThatThrownBy(() -> acknowledge(report, "evelyn", List.of())).hasMessageContaining("at least one decision");
        assertThatThrownBy(() -> acknowledge(report, "evelyn", List.of(Minute.decision("Go on."),
                Minute.action("Do it", "nobody", LocalDate.of(2028, 1, 1))))).hasMessageContaining("needs an owner");
        assertThatThrownBy(() -> acknowledge(report, "evelyn", List.of(Minute.decision("Go on."),
                Minute.action("Do it", "carl", LocalDate.of(2020, 1, 1))))).hasMessageContaining("day from today");
        assertThat(reports.state(report).acknowledged()).isFalse();

        acknowledge(report, "evelyn", MINUTES);
        assertThat(reports.state(report)).matches(ReportState::acknowledged).extracting(ReportState::acknowledgedBy)
                .isEqualTo("evelyn");
        assertThat(store.openActions(posts.entity)).extracting(open -> open.minute().owner()).containsExactly("carl");
        assertThatThrownBy(() -> acknowledge(report, "evelyn", MINUTES)).hasMessageContaining("acknowledged already");
        assertThat(kinds(report)).filteredOn(kind -> kind.startsWith("report."))
                .containsExactly("report.built", "report.delivered", "report.acknowledged");
        clock.advance(Duration.ofDays(60));
        assertThat(reports.unacknowledged(clock.instant())).extracting(ReportState::id).doesNotContain(report);
    }

    @Test
    void whatIsNotDeliveredCannotBeAcknowledged() {
        posts.submitted("Health fair on the lawn.");
        UUID report = build(now);
        assertThatThrownBy(() -> acknowledge(report, "evelyn", MINUTES)).hasMessageContaining("not delivered yet");
    }

    @Test
    void theCommitteeIsToldOnceAfterFifteenBusinessDays() {
        posts.submitted("Health fair on the lawn.");
        UUID report = delivered();
        Instant due = reports.state(report).dueAt();
        clock.advance(Duration.between(clock.instant(), due.minusSeconds(1)));
        escalate();
        assertThat(mailed(report, "report-unacknowledged")).isEmpty();
        assertThat(reports.state(report).escalated()).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(reports.unacknowledged(clock.instant())).extracting(ReportState::id).contains(report);
        escalate();
        escalate();
        assertThat(mailed(report, "report-unacknowledged")).extracting(mail -> mail.get("recipient")).containsExactly("beth");
        assertThat(kinds(report)).filteredOn("report.escalated"::equals).hasSize(1);
        assertThat(reports.state(report).label()).isEqualTo("Escalated");

        acknowledge(report, "evelyn", List.of(Minute.decision("Discussed late, go on.")));
        assertThat(reports.unacknowledged(clock.instant())).extracting(ReportState::id).doesNotContain(report);
    }

    @Test
    void aReportThatWasBuiltAgainStandsForTheFirst() {
        posts.submitted("Health fair on the lawn.");
        UUID first = delivered();
        clock.advance(Duration.ofHours(1));
        UUID second = delivered();
        clock.advance(Duration.ofDays(60));
        assertThat(reports.unacknowledged(clock.instant())).extracting(ReportState::id).contains(second).doesNotContain(first);
    }

    @Test
    void thePagesLetEachRoleDoItsPart() {
        posts.submitted("Health fair on the lawn.");
        Visitor mara = new Visitor(port).signIn("mara");
        String page = Visitor.location(mara.submit("/reports", "/reports",
                Map.of("entity", posts.entity, "quarter", now.toString())));
        page = page.substring(page.indexOf("/reports/"));
        assertThat(mara.submit("/reports", "/reports", Map.of("entity", posts.entity, "quarter", "2019-Q2")))
                .matches(answer -> answer.statusCode() == 422 && answer.body().contains("Nobody did anything"));
        Visitor evelyn = new Visitor(port).signIn("evelyn");
        assertThat(evelyn.submit(page, page + "/delivery", Map.of()).statusCode()).isEqualTo(403);
        mara.submit(page, page + "/delivery", Map.of());

        assertThat(evelyn.submit(page, page + "/acknowledgment", Map.of("action", "Call the committee", "decision", "")))
                .matches(answer -> answer.statusCode() == 422 && answer.body().contains("Call the committee")
                        && answer.body().contains("at least one decision"));
        assertThat(mara.submit(page, page + "/acknowledgment", Map.of("decision", "Go on")).body())
                .contains("Only somebody with");
        evelyn.submit(page, page + "/acknowledgment", Map.of("decision", "Go on", "action", "Ask <b>twice</b>", "owner", "carl",
                "due", "2028-01-14"));
        assertThat(evelyn.get(page).body()).contains("Acknowledged", "Go on", "Ask &lt;b&gt;twice&lt;/b&gt;");
        assertThat(evelyn.get(page + ".pdf").headers().firstValue("Content-Type")).hasValue("application/pdf");
        for (String person : List.of("ana", "lena")) {
            assertThat(new Visitor(port).signIn(person).get(page + ".pdf").statusCode()).isEqualTo(403);
        }
        assertThat(evelyn.get("/reports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private void aFewPosts() {
        UUID first = posts.submitted("Blood drive on Alder Street.");
        posts.approved(first, "marketing", "mara");
        UUID second = posts.submitted("Book fair in the lobby.");
        posts.returned(second, "marketing", "mara");
        UUID third = posts.submitted("Bake sale.");
        posts.rejected(third, "marketing", "mara", "BRAND");
        posts.submitted("Ask for MRN 00482913 at the desk.");
    }

    private UUID build(Quarter quarter) {
        return transaction.execute(status -> reports.build(posts.entity, quarter, "mara"));
    }

    private UUID delivered() {
        UUID report = build(now);
        transaction.executeWithoutResult(status -> reports.deliver(report, "mara"));
        return report;
    }

    private void acknowledge(UUID report, String person, List<Minute> minutes) {
        transaction.executeWithoutResult(status -> reports.acknowledge(report, person, minutes));
    }

    private void escalate() {
        transaction.executeWithoutResult(status -> new ReportEscalation(reports, clock).run());
    }

    private List<String> kinds(UUID report) {
        return ledger.stream(report).stream().map(LedgerRecord::kind).toList();
    }

    private List<Map<String, Object>> mailed(UUID report, String template) {
        return jdbc.sql("select recipient, text_body from mail where stream = ? and template = ?").params(report, template)
                .query().listOfRows();
    }

    private static void draw(PDDocument document) throws IOException {
        Path home = Files.createDirectories(Path.of("target/report"));
        PDFRenderer renderer = new PDFRenderer(document);
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            ImageIO.write(renderer.renderImageWithDPI(page, 80), "png", home.resolve("page-" + (page + 1) + ".png").toFile());
        }
    }
}
