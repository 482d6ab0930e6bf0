package org.countersign.people.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * The first administrator, who then keeps all other users. There is no default.
 *
 * @param id       id to sign in with
 * @param password password to sign in with; used only when the person is created
 */
@ConfigurationProperties("countersign.administrator")
record AdministratorSettings(String id, String password) {

    AdministratorSettings {
        if (StringUtils.hasText(id) != StringUtils.hasText(password)) {
            throw new IllegalArgumentException(
                    "Set both countersign.administrator.id and countersign.administrator.password, or neither");
        }
    }

    boolean given() {
        return StringUtils.hasText(id);
    }

    @Override
    public String toString() {
        return "administrator " + id;
    }
}
