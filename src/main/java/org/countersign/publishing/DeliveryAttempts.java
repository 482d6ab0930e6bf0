package org.countersign.publishing;

import org.countersign.post.DeliveryProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells publishers what was tried on a delivery.
 */
@Component
class DeliveryAttempts implements DeliveryProgress {

    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    DeliveryAttempts(Deliveries deliveries, JdbcClient jdbc) {
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Progress> of(UUID deliveryId) {
        return deliveries.find(deliveryId).map(delivery -> new Progress(delivery.accountId(), delivery.versionNumber(),
                Stream.of(delivery.state().label() + ".", delivery.explanation(), delivery.advice())
                        .filter(Objects::nonNull).collect(Collectors.joining(" ")), steps(deliveryId)));
    }

    private List<Step> steps(UUID deliveryId) {
        return jdbc.sql("select * from delivery_attempt where delivery_id = ? order by fence").param(deliveryId)
                .query(DeliveryAttempts::step).list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        OffsetDateTime at = ended == null ? row.getObject("started_at", OffsetDateTime.class) : ended;
        return new Step(at.toInstant(), ended == null ? "an attempt began, and nobody knows how it ended"
                : switch (row.getString("outcome")) {
                    case "SENT" -> "the network took the post";
                    case "REFUSED" -> "the network turned the post away";
                    case "NOT_SENT" -> "the network was not reached";
                    default -> "the network gave no clear answer";
                });
    }
}
