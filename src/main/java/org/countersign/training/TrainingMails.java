package org.countersign.training;

import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Person;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks each morning who must learn something soon, and tells each person once for each date.
 */
@Component
class TrainingMails {

    private final Training training;
    private final DueTraining due;
    private final Curriculum curriculum;
    private final Outbox outbox;
    private final ZoneId zone;
    private final Clock clock;

    TrainingMails(Training training, DueTraining due, Curriculum curriculum, Outbox outbox, ZoneId organizationZone,
                  Clock clock) {
        this.training = training;
        this.due = due;
        this.curriculum = curriculum;
        this.outbox = outbox;
        this.zone = organizationZone;
        this.clock = clock;
    }

    /** The event key makes a second run, and a run after a crash, send nothing twice. */
    @Scheduled(cron = "0 15 6 * * *")
    @Transactional
    public void remind() {
        training.assignMissing();
        due.within(curriculum.notice(), clock.instant()).stream()
                .collect(Collectors.groupingBy(item -> item.person().id(), TreeMap::new, Collectors.toList()))
                .values().forEach(this::remind);
    }

    private void remind(List<DueTraining.Item> items) {
        Person person = items.get(0).person();
        Map<LocalDate, List<DueTraining.Item>> dates = items.stream().collect(Collectors.groupingBy(
                item -> item.dueAt().atZone(zone).toLocalDate(), TreeMap::new, Collectors.toList()));
        dates.forEach((date, modules) -> {
            Instant first = modules.get(0).dueAt();
            outbox.enqueue(new MailRequest("training-due:" + person.id() + ":" + date, "training-due",
                    new Recipient(person.id(), person.name(), person.address()), Training.stream(person.id()),
                    Map.of("modules", modules.stream().map(item -> item.module().title()).toList(), "due", first,
                            "link", "/training")));
        });
    }
}
