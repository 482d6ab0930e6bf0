package org.countersign.publishing.connector;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How long calls to networks may take. All of one delivery together must end well before the job executor gives the job
 * to somebody else (five minutes), hence the budget.
 *
 * @param connectTimeout time to connect
 * @param readTimeout    time from the request to the last byte of the answer
 * @param budget         time in which the last request of a delivery must have begun
 * @param mediaPoll      pause between two questions whether a picture is processed
 */
@ConfigurationProperties("countersign.network")
public record CallProperties(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("20s") Duration readTimeout,
                             @DefaultValue("2m") Duration budget, @DefaultValue("1s") Duration mediaPoll) {

    public CallProperties {
        if (budget.plus(connectTimeout).plus(readTimeout).compareTo(Duration.ofMinutes(4)) > 0) {
            throw new IllegalArgumentException("countersign.network: budget and time-outs together must stay below 4 "
                    + "minutes, because the lock of a job ends after 5");
        }
    }
}
