package org.countersign.post.web;

import org.countersign.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** A body that the server does not read to its end has no token in it; the answer says what was wrong all the same. */
@IntegrationTest
class UploadLimitIT {

    @LocalServerPort
    private int port;

    @Test
    void htmx_gets_a_sentence_for_the_page() throws Exception {
        HttpResponse<String> answer = upload("/desk/media", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 10 MB", "hx-swap-oob");
    }

    @Test
    void a_program_gets_problem_details() throws Exception {
        HttpResponse<String> answer = upload("/api/v1/media", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void a_browser_without_scripts_gets_a_page() throws Exception {
        HttpResponse<String> answer = upload("/desk/posts/x/pictures", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large");
    }

    private HttpResponse<String> upload(String path, String header, String value) throws Exception {
        byte[] head = "--x\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header(header, value)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.concat(BodyPublishers.ofByteArray(head), BodyPublishers.ofByteArray(new byte[40_000_000])))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
