package org.countersign;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets everybody go whom a test class has hired: the application is shared, and other tests count who holds a role.
 */
public class StaffAsBefore implements TestExecutionListener {

    private static final String BEFORE = StaffAsBefore.class.getName();

    /** Not before the class: what its extensions start must be there before the application. */
    @Override
    public void prepareTestInstance(TestContext test) {
        test.computeAttribute(BEFORE, first -> staff(identities(test)));
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (test.getAttribute(BEFORE) instanceof Set<?> before && test.hasApplicationContext()) {
            IdentityService identities = identities(test);
            identities.clearAuthentication();
            Set<String> hired = new HashSet<>(staff(identities));
            hired.removeIf(before::contains);
            hired.forEach(identities::deleteUser);
        }
    }

    private static Set<String> staff(IdentityService identities) {
        return identities.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    }

    private static IdentityService identities(TestContext test) {
        return test.getApplicationContext().getBean(IdentityService.class);
    }
}
