package org.countersign.review;

import org.countersign.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DryRunIT {

    @Autowired
    private DryRun dryRun;

    @Test
    void theTablesInForceAgreeWithTheLabelsAndMissNoBlock() {
        DryRun.Report report = dryRun.run();
        assertThat(report.missedBlocks()).isEmpty();
        assertThat(report.disagreed()).hasSizeLessThanOrEqualTo(report.items() / 10);
        assertThat(report.items()).isGreaterThanOrEqualTo(40);
        assertThat(report.passed()).isTrue();
    }
}
