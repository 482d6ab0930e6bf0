package org.countersign.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a table of the class path; a word that the table does not know is an error, not ignored. */
final class YamlTable {

    private static final ObjectMapper MAPPER = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private YamlTable() {
    }

    static <T> T read(String resource, Class<T> type) {
        try (var content = YamlTable.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalArgumentException("No table " + resource + " on the class path.");
            }
            return MAPPER.readValue(content, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(resource + " cannot be read", broken);
        }
    }

    static <T> T parse(String yaml, Class<T> type) {
        try {
            return MAPPER.readValue(yaml, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The table cannot be read: " + broken.getOriginalMessage(), broken);
        }
    }
}
