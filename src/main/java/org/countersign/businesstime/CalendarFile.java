package org.countersign.businesstime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a business calendar. A misspelled or repeated line is an error: a holiday that is silently ignored moves
 * deadlines of the law.
 */
final class CalendarFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CalendarFile() {
    }

    /**
     * @throws IllegalStateException when the file is missing or says something that is not a calendar
     */
    static BusinessCalendar read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return YAML.readValue(in, BusinessCalendar.class);
        } catch (IOException e) {
            throw new IllegalStateException("The business calendar in %s cannot be used: %s"
                    .formatted(file.getDescription(), e.getMessage()), e);
        }
    }
}
