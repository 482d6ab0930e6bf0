package org.countersign.post;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.countersign.account.Channel;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of all channels, read from {@code post/channels.yaml}.
 */
@Component
public class ChannelRulebook {

    private final Map<Channel, ChannelRules> rules = new EnumMap<>(Channel.class);

    ChannelRulebook() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());
        try (InputStream file = new ClassPathResource("post/channels.yaml").getInputStream()) {
            yaml.readValue(file, new TypeReference<List<ChannelRules>>() { })
                    .forEach(row -> rules.put(row.channel(), row));
        } catch (IOException e) {
            throw new UncheckedIOException("post/channels.yaml cannot be read", e);
        }
        if (rules.size() != Channel.values().length) {
            throw new IllegalStateException("post/channels.yaml does not name every channel");
        }
    }

    public ChannelRules of(Channel channel) {
        return rules.get(channel);
    }
}
