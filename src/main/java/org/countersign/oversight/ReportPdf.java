package org.countersign.oversight;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.countersign.oversight.Scorecard.Shown;
import org.countersign.people.Directory;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a report as a PDF file that screen readers understand (PDF/UA: tagged, titled, fonts embedded).
 */
@Component
class ReportPdf {

    private static final int SCALE = 3;

    private final Scorecard scorecard;
    private final Charts charts;
    private final ReportStore store;
    private final Directory directory;
    private final SpringTemplateEngine templates;
    private final ZoneId zone;
    private final DateTimeFormatter moments;

    ReportPdf(Scorecard scorecard, Charts charts, ReportStore store, Directory directory, SpringTemplateEngine templates,
              ZoneId organizationZone) {
        this.scorecard = scorecard;
        this.charts = charts;
        this.store = store;
        this.directory = directory;
        this.templates = templates;
        this.zone = organizationZone;
        this.moments = DateTimeFormatter.ofPattern("MMMM d, yyyy, h:mm a z", Locale.US).withZone(zone);
    }

    /** An action as the report lists it. */
    record OpenAction(String body, String owner, LocalDate dueOn, boolean late, String quarter) {
    }

    byte[] of(Entity entity, Quarter quarter, Instant now) {
        Period period = quarter.period(zone);
        Shown card = scorecard.compared(new FigureQuery(period, entity.id(), now), quarter.previous().period(zone));
        List<OpenAction> actions = actions(entity, LocalDate.ofInstant(now, zone));
        Context model = new Context(Locale.US);
        model.setVariable("entity", entity);
        model.setVariable("quarter", quarter);
        model.setVariable("period", period);
        model.setVariable("builtAt", moments.format(now));
        model.setVariable("running", now.isBefore(period.to()));
        model.setVariable("summary", ReportWords.summary(card, actions.size()));
        model.setVariable("card", card);
        model.setVariable("kpis", scorecard.kpis());
        model.setVariable("pictures", pictures(card));
        model.setVariable("actions", actions);
        return print(templates.process("oversight/report", model));
    }

    private List<OpenAction> actions(Entity entity, LocalDate today) {
        return store.openActions(entity.id()).stream().map(open -> new OpenAction(open.minute().body(),
                directory.find(open.minute().owner()).map(Person::name).orElse(open.minute().owner()), open.minute().dueOn(),
                open.minute().dueOn().isBefore(today), open.quarter())).toList();
    }

    /** By id of the figure; part of the page itself, so that nothing is loaded from anywhere. */
    private Map<String, String> pictures(Shown card) {
        return card.figures().stream().filter(Figure::isDrawn).collect(Collectors.toMap(Figure::id,
                figure -> "data:image/png;base64," + Base64.getEncoder().encodeToString(charts.png(figure, SCALE))));
    }

    private static byte[] print(String page) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(ReportFonts::regular, ReportFonts.FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(ReportFonts::bold, ReportFonts.FAMILY, 700, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .useFastMode()
                    .withHtmlContent(page, null)
                    .withProducer("Countersign")
                    .toStream(file)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written as PDF", e);
        }
        return file.toByteArray();
    }
}
