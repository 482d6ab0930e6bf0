package org.countersign.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.countersign.account.Account;
import org.countersign.account.ServerAddress;
import org.countersign.publishing.connector.Answer;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Dispatch.Attachment;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Sent;
import org.countersign.publishing.connector.Outcome.Unknown;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.connector.Verdicts;
import org.countersign.publishing.connector.Wire;
import org.countersign.publishing.connector.WireBroken;
import org.countersign.publishing.connector.Wires;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bluesky, or any other server of AT Protocol. Each post has its record key before it is sent, and is put with
 * {@code swapRecord: null}: the server creates it once, answers a repetition with the same record, and refuses to
 * overwrite anything else under that key. Each delivery signs in anew; no session is kept.
 */
@Component
class BlueskyConnector implements Connector {

    /** Limit of the lexicon {@code app.bsky.embed.images}; servers check it only when the post is put. Checked November 2026. */
    private static final int LARGEST_PICTURE = 2_000_000;
    private static final int MOST_PICTURES = 4;

    private final Wires wires;
    private final Clock clock;

    BlueskyConnector(Wires wires, Clock clock) {
        this.wires = wires;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "bluesky";
    }

    @Override
    public boolean naturalKey() {
        return true;
    }

    @Override
    public Answered<Outcome> publish(Dispatch dispatch, Account account, String secret) {
        Wire wire = wires.open();
        return wire.answered(publish(wire, dispatch, account, secret));
    }

    private Outcome publish(Wire wire, Dispatch dispatch, Account account, String secret) {
        Refused impossible = impossible(dispatch);
        if (impossible != null) {
            return impossible;
        }
        Session session;
        try {
            Answer login = login(wire, account, secret);
            session = Session.of(login);
            if (session == null) {
                return Verdicts.beforehand(login, clock.instant());
            }
            for (Attachment attachment : dispatch.attachments()) {
                Answer upload = wire.postBytes(xrpc(account, "com.atproto.repo.uploadBlob"), session.token(),
                        attachment.bytes(), MediaType.parseMediaType(attachment.contentType()),
                        attachment.contentType() + ", " + attachment.bytes().length + " bytes, sha256 " + attachment.sha256());
                if (!upload.ok() || upload.text("/blob/ref/$link") == null) {
                    return Verdicts.beforehand(upload, clock.instant());
                }
            }
        } catch (WireBroken e) {
            return Verdicts.beforehand(e);
        }
        return put(wire, dispatch, account, session);
    }

    private Outcome put(Wire wire, Dispatch dispatch, Account account, Session session) {
        ObjectNode ours = PostRecord.of(dispatch);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("repo", session.did()).put("collection", PostRecord.COLLECTION).put("rkey", dispatch.recordKey());
        body.set("record", ours);
        body.putNull("swapRecord");
        try {
            Answer answer = wire.post(xrpc(account, "com.atproto.repo.putRecord"), session.token(), body, headers -> { });
            if (answer.ok() && answer.text("/uri") != null) {
                return sent(answer.text("/uri"), account, session, dispatch);
            }
            if (answer.status() == 400 && "InvalidSwap".equals(answer.text("/error"))) {
                return occupied(wire, dispatch, account, session, ours);
            }
            return Verdicts.atCreation(answer, clock.instant());
        } catch (WireBroken e) {
            return Verdicts.atCreation(e);
        }
    }

    /** Something is filed under our key already: ours, or ours and changed since. It is never overwritten. */
    private Outcome occupied(Wire wire, Dispatch dispatch, Account account, Session session, ObjectNode ours) {
        try {
            Answer answer = record(wire, dispatch, account, session);
            if (answer.ok() && PostRecord.same(answer.json().get("value"), ours)) {
                return sent(answer.text("/uri"), account, session, dispatch);
            }
            return new Unknown("Another record is filed under the key of this post; it was left as it is.");
        } catch (WireBroken e) {
            return new Unknown("A record is filed under the key of this post and could not be read.");
        }
    }

    @Override
    public Answered<Sighting> readBack(Dispatch dispatch, Account account, String secret, Instant since, Set<String> taken) {
        Wire wire = wires.open();
        try {
            Session session = Session.of(login(wire, account, secret));
            if (session == null) {
                return wire.answered(new Sighting.Unclear("The network did not let the account sign in."));
            }
            return wire.answered(sighting(record(wire, dispatch, account, session), dispatch, account, session));
        } catch (WireBroken e) {
            return wire.answered(new Sighting.Unclear(e.getMessage() + "."));
        }
    }

    private Sighting sighting(Answer answer, Dispatch dispatch, Account account, Session session) {
        if (answer.ok() && answer.text("/uri") != null) {
            Sent sent = sent(answer.text("/uri"), account, session, dispatch);
            return PostRecord.same(answer.json().get("value"), PostRecord.of(dispatch))
                    ? new Sighting.Found(sent.remoteId(), sent.url())
                    : new Sighting.Doubtful("A record with other content is filed under the key of this post.");
        }
        if (answer.status() == 400 && "RecordNotFound".equals(answer.text("/error"))) {
            return new Sighting.Absent();
        }
        return new Sighting.Unclear("The network answered the question with status " + answer.status() + ".");
    }

    private static Refused impossible(Dispatch dispatch) {
        List<Attachment> pictures = dispatch.attachments();
        if (pictures.size() > MOST_PICTURES) {
            return new Refused(0, "Bluesky takes at most " + MOST_PICTURES + " pictures in a post.",
                    "Submit a version with fewer pictures.");
        }
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).bytes().length > LARGEST_PICTURE) {
                return new Refused(0, "Picture " + (i + 1) + " has " + pictures.get(i).bytes().length
                        + " bytes; Bluesky takes at most 2,000,000.", "Submit a version with a smaller picture.");
            }
        }
        return null;
    }

    private static Answer login(Wire wire, Account account, String secret) throws WireBroken {
        return wire.postSecret(xrpc(account, "com.atproto.server.createSession"), JsonNodeFactory.instance.objectNode()
                .put("identifier", account.handle()).put("password", secret));
    }

    private static Answer record(Wire wire, Dispatch dispatch, Account account, Session session) throws WireBroken {
        return wire.get(recordAddress(account, session.did(), dispatch.recordKey()), session.token());
    }

    private static Sent sent(String uri, Account account, Session session, Dispatch dispatch) {
        // A server on this machine has no web application: the record itself is the only page there is.
        String url = ServerAddress.loopback(account.server().getHost())
                ? recordAddress(account, session.did(), dispatch.recordKey()).toString()
                : "https://bsky.app/profile/" + session.did() + "/post/" + dispatch.recordKey();
        return new Sent(uri, url);
    }

    private static URI recordAddress(Account account, String did, String key) {
        return URI.create(xrpc(account, "com.atproto.repo.getRecord") + "?repo=" + URLEncoder.encode(did, UTF_8)
                + "&collection=" + PostRecord.COLLECTION + "&rkey=" + key);
    }

    private static URI xrpc(Account account, String method) {
        return URI.create(account.server() + "/xrpc/" + method);
    }

    private record Session(String did, String token) {

        static Session of(Answer login) {
            JsonNode json = login.json();
            String did = json.path("did").asText("");
            String token = json.path("accessJwt").asText("");
            return !login.ok() || did.isBlank() || token.isBlank() ? null : new Session(did, token);
        }
    }
}
