package org.countersign.post.web;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import javax.imageio.ImageIO;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** One person at the desk. */
public final class DeskSession {

    private final MockMvc http;
    private final String person;

    public DeskSession(WebApplicationContext application, String person) {
        this.http = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
        this.person = person;
    }

    public MockMvc http() {
        return http;
    }

    ResultActions open(String path) throws Exception {
        return http.perform(get(path).with(user(person)));
    }

    ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(user(person)).with(csrf()));
    }

    /** Presses a button of the form of a complete post. */
    ResultActions press(String path, String action, String... fieldsAndValues) throws Exception {
        MockHttpServletRequestBuilder request = post(path).param("action", action);
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            request.param(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return send(request);
    }

    /** The post that a redirect leads to. */
    static UUID postOf(ResultActions answer) {
        String location = answer.andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(location.substring("/desk/posts/".length()));
    }

    /** Two accounts that a person posts to by hand. */
    public static void connectAccounts(ApplicationContext application) {
        Accounts accounts = application.getBean(Accounts.class);
        accounts.save(new Account("bluesky-hospital", Channel.BLUESKY, Account.MANUAL, "Harbor Vale Hospital",
                "@harborvale.example", null, true), null, "admin");
        accounts.save(new Account("mastodon-hospital", Channel.MASTODON, Account.MANUAL, "Harbor Vale Hospital",
                "@hospital@social.example", null, true), null, "admin");
        accounts.save(new Account("linkedin-hospital", Channel.LINKEDIN, Account.MANUAL, "Harbor Vale Careers",
                "harbor-vale", null, true), null, "admin");
        accounts.save(new Account("facebook-hospital", Channel.FACEBOOK, Account.MANUAL, "Harbor Vale Hospital",
                "harborvale", null, true), null, "admin");
    }

    public static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new Color(0xd9e8ef));
        drawing.fillRect(0, 0, 640, 360);
        drawing.setColor(new Color(0x0b4f71));
        drawing.fillOval(260, 120, 120, 120);
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
