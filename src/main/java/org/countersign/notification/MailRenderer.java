package org.countersign.notification;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a mail from its pair of templates. The first line of the text template is the subject.
 */
@Component
class MailRenderer {

    private final NotificationProperties properties;
    private final DateTimeFormatter times;
    /** Not a bean: Spring Boot would take it for the engine of the pages and make none. */
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    MailRenderer(NotificationProperties properties, ZoneId organizationZone) {
        this.properties = properties;
        this.times = DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a z", Locale.US).withZone(organizationZone);
        templates.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        templates.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
    }

    /**
     * @throws IllegalArgumentException when the template is unknown, or the model does not fit it
     */
    RenderedMail render(MailRequest request) {
        MailTemplate template = MailTemplate.named(request.template());
        template.check(request.model());
        Context context = new Context(Locale.US);
        request.model().forEach((key, value) -> context.setVariable(key, shown(key, value)));
        context.setVariable("name", oneLine(request.recipient().name()));
        context.setVariable("post", request.stream().toString().substring(0, 8));

        String[] subjectAndText = templates.process(template.fileName() + ".txt", context).split("\\R", 2);
        context.setVariable("subject", subjectAndText[0]);
        String html = templates.process(template.fileName() + ".html", context);
        return new RenderedMail(subjectAndText[0], subjectAndText[1].strip() + "\n", html);
    }

    private Object shown(String key, Object value) {
        if (value instanceof Instant moment) {
            return times.format(moment);
        }
        if (value instanceof Collection<?> items && items.stream().anyMatch(WaitingItem.class::isInstance)) {
            return items.stream().map(WaitingItem.class::cast).map(this::row).toList();
        }
        if (value instanceof Collection<?> names) {
            return names.isEmpty() ? null
                    : names.stream().map(name -> oneLine(name.toString())).collect(Collectors.joining(", "));
        }
        if (value instanceof String text) {
            return key.equals(MailTemplate.LINK) ? properties.absolute(text) : oneLine(text);
        }
        return value;
    }

    private Map<String, String> row(WaitingItem item) {
        return Map.of("task", oneLine(item.task()), "reference", item.reference(), "on", oneLine(item.on()),
                "standing", oneLine(item.standing()), "told", oneLine(item.told()), "since", times.format(item.since()),
                "due", times.format(item.due()), "link", properties.absolute(item.link()));
    }

    /** A name with a line break in it must not become a line of its own, least of all in the subject. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setResolvablePatterns(Set.of(pattern));
        resolver.setPrefix("templates/mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}
