package org.countersign.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.account.Account;
import org.countersign.publishing.connector.Answer;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.connector.Wire;
import org.countersign.publishing.connector.WireBroken;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Looks for a post among the account's own statuses, by its words and the number of its pictures.
 */
@Component
class OwnStatuses {

    /** How much the server's clock may lag behind ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 10;

    Sighting look(Wire wire, Dispatch dispatch, Account account, String token, Instant since, Set<String> taken)
            throws WireBroken {
        Answer self = TokenOwner.ask(wire, account, token);
        if (!self.ok() || self.text("/id") == null) {
            return unclear(self);
        }
        if (!TokenOwner.matches(self, account)) {
            return new Sighting.Unclear(TokenOwner.stranger(account).message());
        }
        String list = account.server() + "/api/v1/accounts/" + URLEncoder.encode(self.text("/id"), UTF_8) + "/statuses?limit=40";
        List<Sighting.Found> alike = new ArrayList<>();
        String page = list;
        String reached = null;
        for (int n = 0; n < MOST_PAGES; n++) {
            Answer answer = wire.get(URI.create(page), token);
            if (!answer.ok() || !answer.json().isArray()) {
                return unclear(answer);
            }
            String oldest = null;
            for (JsonNode status : answer.json()) {
                if (older(status, since.minus(TOLERANCE))) {
                    return verdict(alike);
                }
                oldest = status.path("id").asText();
                if (!taken.contains(oldest) && same(status, dispatch)
                        && alike.stream().noneMatch(found -> found.remoteId().equals(status.path("id").asText()))) {
                    alike.add(new Sighting.Found(oldest, status.path("url").asText(null)));
                }
            }
            if (oldest == null || oldest.equals(reached)) {
                // Nothing more, or a server that does not page and shows the same again.
                return verdict(alike);
            }
            reached = oldest;
            page = list + "&max_id=" + URLEncoder.encode(oldest, UTF_8);
        }
        return new Sighting.Unclear("The account has posted more since then than was looked through.");
    }

    private static Sighting verdict(List<Sighting.Found> alike) {
        return switch (alike.size()) {
            case 0 -> new Sighting.Absent();
            case 1 -> alike.get(0);
            default -> new Sighting.Doubtful("Several posts of this account say the same.");
        };
    }

    /** A pinned status may come first although it is old, and servers differ in that: only unpinned ones end the list. */
    private static boolean older(JsonNode status, Instant limit) {
        if (status.path("pinned").asBoolean(false)) {
            return false;
        }
        try {
            return OffsetDateTime.parse(status.path("created_at").asText()).toInstant().isBefore(limit);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean same(JsonNode status, Dispatch dispatch) {
        return !status.path("reblog").isObject()
                && status.path("media_attachments").size() == dispatch.attachments().size()
                && StatusText.same(status.path("content").asText(), dispatch.text());
    }

    private static Sighting unclear(Answer answer) {
        return new Sighting.Unclear("The network answered the question with status " + answer.status() + ".");
    }
}
