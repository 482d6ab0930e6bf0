package org.countersign.training;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads what is written below {@code training/}; a word that the table does not know is an error, not ignored. */
final class Tables {

    private static final ObjectMapper YAML = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    private Tables() {
    }

    /** @throws IllegalStateException naming the file that is missing or wrong */
    static <T> T read(String name, Class<T> type) {
        String resource = "training/" + name;
        try (var content = Tables.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path.");
            }
            return YAML.readValue(content, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(resource + " cannot be used: " + wrong.getMessage(), wrong);
        } catch (IOException broken) {
            throw new UncheckedIOException(resource + " cannot be read", broken);
        }
    }
}
