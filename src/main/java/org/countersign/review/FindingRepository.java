package org.countersign.review;

import org.countersign.screening.Finding;
import org.countersign.screening.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What the screener found in each version, with the version of its rules.
 */
@Repository
class FindingRepository {

    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version is screened once; when a job is repeated the first result stands. */
    boolean save(UUID postId, int version, String rulesVersion, Instant at, List<Finding> findings) {
        boolean first = jdbc.sql("insert into screening values (?, ?, ?, ?) on conflict do nothing")
                .params(postId, version, rulesVersion, at.atOffset(ZoneOffset.UTC)).update() == 1;
        for (int i = 0; first && i < findings.size(); i++) {
            Finding finding = findings.get(i);
            jdbc.sql("insert into finding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(postId, version, i, finding.code(), finding.severity().name(), finding.rule(),
                            finding.ruleVersion(), finding.field(), finding.start(), finding.end(), finding.reason(),
                            finding.citation()).update();
        }
        return first;
    }

    List<Finding> of(UUID postId, int version) {
        return jdbc.sql("select * from finding where post_id = ? and version_number = ? order by position")
                .params(postId, version)
                .query((row, number) -> new Finding(row.getString("code"), Severity.valueOf(row.getString("severity")),
                        row.getString("rule"), row.getString("rule_version"), row.getString("field"),
                        row.getInt("span_start"), row.getInt("span_end"), row.getString("reason"),
                        row.getString("citation"))).list();
    }
}
