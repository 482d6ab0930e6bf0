package org.countersign.ledger;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries to change and to delete a record, as the application is allowed to, and sees whether the database refuses. What it
 * tries is always rolled back.
 */
@Component
public class DeletionProbe {

    private static final Map<String, String> ATTEMPTS = Map.of(
            "change", "update ledger.record set kind = kind where id = ?",
            "deletion", "delete from ledger.record where id = ?");

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    DeletionProbe(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What was not refused: {@code change}, {@code deletion}; empty when the record is safe. */
    public List<String> allowed() {
        UUID record = jdbc.sql("select id from ledger.record limit 1").query(UUID.class).optional().orElseThrow(
                () -> new IllegalStateException("There is no record yet that could be tried."));
        return ATTEMPTS.keySet().stream().filter(attempt -> !refused(ATTEMPTS.get(attempt), record)).sorted().toList();
    }

    private boolean refused(String statement, UUID record) {
        return Boolean.TRUE.equals(ownTransaction.execute(status -> {
            status.setRollbackOnly();
            try {
                jdbc.sql(statement).param(record).update();
                return false;
            } catch (DataAccessException refusal) {
                return true;
            }
        }));
    }
}
