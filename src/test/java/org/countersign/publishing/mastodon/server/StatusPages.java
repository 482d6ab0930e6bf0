package org.countersign.publishing.mastodon.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.web.util.HtmlUtils;

/**
 * How statuses look: to clients as Mastodon's JSON with its HTML, to the public as a page.
 */
final class StatusPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StatusStore store;
    private final String base;

    StatusPages(StatusStore store, String base) {
        this.store = store;
        this.base = base;
    }

    ObjectNode status(StatusStore.Status status) {
        ObjectNode node = JSON.createObjectNode().put("id", status.id()).put("created_at", status.createdAt().toString())
                .put("url", base + "/@harborvale/" + status.id()).put("visibility", "public").put("content", html(status.text()));
        node.putNull("reblog");
        ArrayNode media = node.putArray("media_attachments");
        status.mediaIds().forEach(id -> media.add(media(store.media(id))));
        return node;
    }

    ObjectNode media(StatusStore.Media media) {
        return JSON.createObjectNode().put("id", media.id()).put("type", "image").put("url", base + "/media/" + media.id())
                .put("description", media.description());
    }

    ArrayNode all() {
        ArrayNode all = JSON.createArrayNode();
        store.statuses().forEach(status -> all.add(status(status).put("text", status.text())));
        return all;
    }

    String page() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Public posts</title>")
                .append("<h1>Public posts</h1>");
        for (StatusStore.Status status : store.statuses()) {
            page.append("<article id=\"status-").append(status.id()).append("\">").append(html(status.text()));
            status.mediaIds().forEach(id -> page.append("<img src=\"/media/").append(id).append("\" alt=\"")
                    .append(HtmlUtils.htmlEscape(String.valueOf(store.media(id).description()))).append("\">"));
            page.append("</article>");
        }
        return page.append("</html>").toString();
    }

    /** Links are shortened for the eye the way Mastodon does it: the whole address is there, in pieces. */
    private static String html(String text) {
        String escaped = HtmlUtils.htmlEscape(text, "UTF-8").replaceAll("(https?://)([^\\s<]{1,30})([^\\s<]*)",
                "<a href=\"$0\" rel=\"nofollow noopener\"><span class=\"invisible\">$1</span><span class=\"ellipsis\">$2</span>"
                        + "<span class=\"invisible\">$3</span></a>");
        return "<p>" + escaped.replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
    }
}
