package org.countersign.adoption;

import org.countersign.IntegrationTest;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ChecksIT {

    @Autowired
    private List<StepCheck> checks;
    @Autowired
    private Programs programs;
    @Autowired
    private Entities entities;
    @Autowired
    private Accounts accounts;

    @Test
    void anEntityWithoutAccountsCannotMonitorThem() {
        Program program = program();
        assertThat(check("accounts-connected").run(program).passed()).isFalse();
        accounts.save(new Account("facebook-" + program.entity(), Channel.FACEBOOK, Account.MANUAL, "Clinic", "clinic", null,
                true, program.entity()), null, "admin");
        assertThat(check("accounts-connected").run(program).passed()).isTrue();
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteARecord() {
        StepCheck.Result result = check("deletion-refused").run(program());
        assertThat(result.passed()).as(result.sentence()).isTrue();
    }

    @Test
    void theLedgerVerifiesAndTheTablesAgree() {
        Program program = program();
        assertThat(check("ledger-verifies").run(program).passed()).isTrue();
        assertThat(check("dry-run").run(program).passed()).isTrue();
    }

    @Test
    void aRoleThatOnePersonHoldsAloneIsNamed() {
        assertThat(check("reviewers-present").run(program())).satisfies(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.sentence()).contains("Privacy");
        });
    }

    private StepCheck check(String name) {
        return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
    }

    private Program program() {
        String id = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        entities.add(new Entity(id, "Clinic " + id), "admin");
        return programs.start(id, "mara");
    }
}
