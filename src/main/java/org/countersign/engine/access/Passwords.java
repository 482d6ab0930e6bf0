package org.countersign.engine.access;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for the password again where a person signs with a meaning. As at sign-in, the engine refuses a person for some
 * seconds after a wrong password, longer each time.
 */
@Component
public class Passwords {

    private final IdentityService identities;

    Passwords(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Whether this is the person's password; false for an unknown and for a locked person as well. In a transaction of its
     * own: the act that a wrong password refuses is rolled back, that somebody tried is not.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean right(String userId, String password) {
        return userId != null && !userId.isBlank() && password != null && identities.checkPassword(userId, password);
    }
}
