package org.countersign.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoopbackOnlyTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "localhost"})
    void aLoopbackAddressIsAccepted(String address) {
        environment.setProperty("server.address", address);

        assertThatCode(() -> LoopbackOnly.require(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "2001:db8::7"})
    void anyOtherAddressIsRefusedAndTheMessageSaysWhatToSet(String address) {
        environment.setProperty("server.address", address);

        assertRefused("server.address");
    }

    @Test
    void noAddressMeansEveryInterfaceAndIsRefused() {
        assertRefused("server.address is not set");
    }

    @Test
    void aManagementPortOfItsOwnNeedsALoopbackAddressToo() {
        environment.setProperty("server.address", "127.0.0.1");
        environment.setProperty("management.server.port", "8081");
        assertRefused("management.server.address is not set");

        environment.setProperty("management.server.address", "127.0.0.1");
        assertThatCode(() -> LoopbackOnly.require(environment)).doesNotThrowAnyException();
    }

    private void assertRefused(String problem) {
        assertThatThrownBy(() -> LoopbackOnly.require(environment))
                .isInstanceOfSatisfying(StartRefused.class, refused ->
                        assertThat(refused.remedy())
                                .contains("_DATASOURCE_URL", "_DATASOURCE_USERNAME", "_DATASOURCE_PASSWORD"))
                .hasMessageContaining(problem).hasMessageNotContaining("\n");
    }
}
