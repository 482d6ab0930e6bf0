package org.countersign.engine.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/**
 * Asks the engine as the application itself. While a request of Tasklist or REST runs, the engine answers only what the
 * signed-in person may see; what the product must know to decide does not depend on that.
 */
@Component
public class AsApplication {

    private final IdentityService identities;

    AsApplication(IdentityService identities) {
        this.identities = identities;
    }

    /** The answer without anybody's restrictions; afterwards the person is signed in to the engine as before. */
    public <T> T ask(Supplier<T> question) {
        Authentication person = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            identities.setAuthentication(person);
        }
    }
}
