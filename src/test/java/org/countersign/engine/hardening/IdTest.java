package org.countersign.engine.hardening;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdTest {

    private static TestEngine hardened;

    @BeforeAll
    static void startEngine() {
        hardened = TestEngine.hardened();
    }

    @AfterAll
    static void stopEngine() {
        hardened.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lena", "jane.doe", "jane_doe-2@harborvale.example"})
    void mayBeAMailAddress(String id) {
        identities().saveUser(identities().newUser(id));
        assertThat(identities().createUserQuery().userId(id).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../lena", "a/b", "*", "a b", "<b>", "a;b", ".hidden"})
    void cannotBeMistakenForAPathOrAPattern(String id) {
        assertThatThrownBy(() -> identities().saveUser(identities().newUser(id))).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> identities().saveGroup(identities().newGroup(id))).isInstanceOf(ProcessEngineException.class);
    }

    private static IdentityService identities() {
        return hardened.engine.getIdentityService();
    }
}
