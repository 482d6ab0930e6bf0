package org.countersign.publishing.mastodon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.countersign.account.Account;
import org.countersign.publishing.connector.Answer;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Sent;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.connector.Verdicts;
import org.countersign.publishing.connector.Wire;
import org.countersign.publishing.connector.WireBroken;
import org.countersign.publishing.connector.Wires;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Mastodon, or a server that speaks its interface. Sends an {@code Idempotency-Key}, but never relies on it: many
 * servers ignore it and none was seen to honor it when two requests run at once. So a lost answer is looked up, not sent
 * again.
 */
@Component
class MastodonConnector implements Connector {

    private final Wires wires;
    private final MediaUpload uploads;
    private final OwnStatuses statuses;
    private final Clock clock;

    MastodonConnector(Wires wires, MediaUpload uploads, OwnStatuses statuses, Clock clock) {
        this.wires = wires;
        this.uploads = uploads;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "mastodon";
    }

    @Override
    public boolean naturalKey() {
        return false;
    }

    @Override
    public Answered<Outcome> publish(Dispatch dispatch, Account account, String secret) {
        Wire wire = wires.open();
        return wire.answered(publish(wire, dispatch, account, secret));
    }

    private Outcome publish(Wire wire, Dispatch dispatch, Account account, String token) {
        List<String> mediaIds = new ArrayList<>();
        try {
            Answer self = TokenOwner.ask(wire, account, token);
            if (!self.ok() || self.text("/acct") == null) {
                return Verdicts.beforehand(self, clock.instant());
            }
            if (!TokenOwner.matches(self, account)) {
                return TokenOwner.stranger(account);
            }
            Answer instance = instance(wire, account, token);
            if (!instance.ok() || !instance.json().isObject()) {
                return Verdicts.beforehand(instance, clock.instant());
            }
            Refused refusal = InstanceLimits.of(instance.json()).refusal(dispatch);
            if (refusal != null) {
                return refusal;
            }
            for (Dispatch.Attachment attachment : dispatch.attachments()) {
                Answer upload = uploads.upload(wire, attachment, account, token);
                if (!upload.ok() || upload.text("/id") == null) {
                    return Verdicts.beforehand(upload, clock.instant());
                }
                mediaIds.add(upload.text("/id"));
            }
        } catch (WireBroken e) {
            return Verdicts.beforehand(e);
        }
        return post(wire, dispatch, mediaIds, account, token);
    }

    private Outcome post(Wire wire, Dispatch dispatch, List<String> mediaIds, Account account, String token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", dispatch.text()).put("visibility", "public");
        if (!mediaIds.isEmpty()) {
            ArrayNode ids = body.putArray("media_ids");
            mediaIds.forEach(ids::add);
        }
        try {
            Answer answer = wire.post(URI.create(account.server() + "/api/v1/statuses"), token, body,
                    headers -> headers.set("Idempotency-Key", dispatch.idempotencyKey().toString()));
            String id = answer.text("/id");
            return answer.ok() && id != null ? new Sent(id, answer.text("/url"))
                    : Verdicts.atCreation(answer, clock.instant());
        } catch (WireBroken e) {
            return Verdicts.atCreation(e);
        }
    }

    @Override
    public Answered<Sighting> readBack(Dispatch dispatch, Account account, String secret, Instant since, Set<String> taken) {
        Wire wire = wires.open();
        try {
            return wire.answered(statuses.look(wire, dispatch, account, secret, since, taken));
        } catch (WireBroken e) {
            return wire.answered(new Sighting.Unclear(e.getMessage() + "."));
        }
    }

    /** The server about itself; servers that do not know version 2 of the question answer version 1. */
    private static Answer instance(Wire wire, Account account, String token) throws WireBroken {
        Answer answer = wire.get(URI.create(account.server() + "/api/v2/instance"), token);
        return answer.status() == 404 ? wire.get(URI.create(account.server() + "/api/v1/instance"), token) : answer;
    }
}
