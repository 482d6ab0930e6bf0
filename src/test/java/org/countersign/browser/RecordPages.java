package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;

import java.util.List;
import java.util.UUID;

import static com.codeborne.selenide.Condition.text;

/**
 * The records, as counsel reads them.
 */
final class RecordPages {

    /** What is recorded of a post that was changed once and approved. */
    static final List<String> ACTS = List.of("Ana Alvarez submitted version 1",
            "Countersign screened version 1: found nothing, which does not mean that there is nothing",
            "Countersign sent version 1 (class R3) to Legal, Privacy",
            "Lena Brandt looked at version 1",
            "Lena Brandt asked for changes of version 1 for Legal",
            "Countersign concluded the review of version 1: changes are needed",
            "Countersign gave the post back: Changes requested",
            "Ana Alvarez submitted version 2",
            "Countersign screened version 2: found nothing, which does not mean that there is nothing",
            "Countersign sent version 2 (class R3) to Legal, Privacy",
            "Lena Brandt looked at version 2",
            "Lena Brandt approved version 2 for Legal",
            "Pia Moreau looked at version 2",
            "Pia Moreau approved version 2 for Privacy",
            "Countersign concluded the review of version 2: every required role approved",
            "Countersign began to publish version 2",
            "Countersign published it on mastodon-harborvale-127-0-0-1",
            "Countersign ended the publication of version 2: Published");

    private final SelenideDriver page;

    RecordPages(SelenideDriver page) {
        this.page = page;
    }

    /** What the record of a post tells, in order; whether compliance was asked too depends on the digest. */
    List<String> acts(UUID post) {
        page.open("/records");
        page.$$("tbody a").findBy(text(post.toString().substring(0, 8))).click();
        page.$(".note.sound").shouldHave(text("unbroken"));
        return page.$$(".timeline .act").texts().stream().map(act -> act.replace(", Compliance", "")).toList();
    }
}
