package org.countersign.notification;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class MailServerTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withBean(MailServer.class);

    @Test
    void isThereWhenAHostIsSet() {
        application.withPropertyValues("spring.mail.host=mail.harborvale.example").run(context ->
                assertThat(context.getBean(MailServer.class).configured()).isTrue());
    }

    @Test
    void isNotThereWithoutAHost() {
        application.run(context -> assertThat(context.getBean(MailServer.class).configured()).isFalse());
        application.withPropertyValues("spring.mail.host=").run(context ->
                assertThat(context.getBean(MailServer.class).configured()).isFalse());
    }

    @Test
    void isNeverWaitedForWithoutBound() {
        application.withPropertyValues("spring.mail.host=mail.harborvale.example").run(context -> {
            var properties = context.getBean(JavaMailSenderImpl.class).getJavaMailProperties();
            for (String protocol : new String[]{"smtp", "smtps"}) {
                for (String timeout : new String[]{"connectiontimeout", "timeout", "writetimeout"}) {
                    assertThat(Integer.parseInt(properties.getProperty("mail." + protocol + "." + timeout)))
                            .as("%s %s, in milliseconds", protocol, timeout).isBetween(1, 30_000);
                }
            }
        });
    }
}
