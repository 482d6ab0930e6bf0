package org.countersign.publishing.connector;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import java.net.http.HttpClient;
import java.time.Clock;

/**
 * Opens conversations. HTTP/1.1 is pinned because the JDK's client otherwise asks for an upgrade to HTTP/2 on clear
 * text, upon which some servers drop the connection. Redirects are not followed: a secret goes to the address that an
 * administrator entered and to no other.
 */
@Component
public class Wires {

    private final RestClient client;
    private final CallProperties properties;
    private final Clock clock;

    public Wires(CallProperties properties, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.client = RestClient.builder().requestFactory(requests)
                .defaultHeader("User-Agent", "Countersign").defaultHeader("Accept", "application/json").build();
        this.properties = properties;
        this.clock = clock;
    }

    public Wire open() {
        return new Wire(client, clock, clock.instant().plus(properties.budget()));
    }
}
