package org.countersign.adoption;

import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Tells the executives that a step lapsed before its time, in the transaction that lets it lapse.
 */
@Component
class LapseMails {

    private final Programs programs;
    private final Directory people;
    private final Outbox outbox;

    LapseMails(Programs programs, Directory people, Outbox outbox) {
        this.programs = programs;
        this.people = people;
        this.outbox = outbox;
    }

    @EventListener(condition = "#changed.act() == 'lapsed'")
    void tell(StepChanged changed) {
        StepStanding step = programs.step(changed.programId(), changed.step());
        Map<String, Object> model = Map.of("step", step.step().label(), "since", step.lapsedFrom(),
                "link", "/program/" + step.programId() + "/steps/" + step.step().key());
        people.members(Role.EXECUTIVE).forEach(person -> outbox.enqueue(new MailRequest(
                "step-lapsed:" + step.programId() + ":" + step.step().key() + ":" + step.lapsedFrom(), "step-lapsed",
                new Recipient(person.id(), person.name(), person.address()), step.programId(), model)));
    }
}
