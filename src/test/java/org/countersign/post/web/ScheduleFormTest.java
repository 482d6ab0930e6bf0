package org.countersign.post.web;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.countersign.post.Problem;
import org.countersign.post.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleFormTest {

    private static final String NEW_YORK = "America/New_York";

    @Test
    void a_set_time_is_local_and_may_be_late_by_what_was_chosen() {
        Schedule schedule = ScheduleForm.read("set", "", "2026-12-24T10:00", "60", NEW_YORK).schedule();

        assertThat(schedule.notBefore()).isEqualTo("2026-12-24T15:00:00Z");
        assertThat(schedule.notAfter()).isEqualTo("2026-12-24T16:00:00Z");
    }

    @Test
    void as_soon_as_approved_has_only_an_end() {
        Schedule schedule = ScheduleForm.read("approved", "2026-07-01T17:00", "2026-12-24T10:00", "60", NEW_YORK).schedule();

        assertThat(schedule.notBefore()).isNull();
        assertThat(schedule.notAfter()).isEqualTo("2026-07-01T21:00:00Z");
    }

    @Test
    void a_time_that_clocks_skip_is_told() {
        assertThat(ScheduleForm.read("set", "", "2027-03-14T02:30", "120", NEW_YORK).problems())
                .singleElement().satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("schedule.at");
                    assertThat(problem.message()).contains("does not exist", "clocks go forward");
                });
        assertThat(ScheduleForm.read("set", "", "2027-03-14T02:30", "120", "America/Phoenix").problems()).isEmpty();
    }

    @Test
    void of_a_time_that_comes_twice_the_first_is_meant_and_it_is_said() {
        ScheduleForm form = ScheduleForm.read("set", "", "2027-11-07T01:30", "120", NEW_YORK);

        assertThat(form.schedule().notBefore()).isEqualTo("2027-11-07T05:30:00Z");
        assertThat(form.words()).contains("1:30 AM EDT", "comes twice", "2:30 AM EST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-13-01T10:00", "2026-12-24", "24.12.2026 10:00"})
    void what_is_no_time_is_told_and_kept(String typed) {
        ScheduleForm form = ScheduleForm.read("approved", typed, "", "", NEW_YORK);

        assertThat(form.problems()).extracting(Problem::field).containsExactly("schedule.latest");
        assertThat(form.latest()).isEqualTo(typed);
        assertThat(form.words()).isEmpty();
    }

    @Test
    void a_time_that_is_missing_is_no_mistake_of_a_draft() {
        ScheduleForm form = ScheduleForm.read("set", "", "", "120", NEW_YORK);

        assertThat(form.problems()).isEmpty();
        assertThat(form.schedule()).isEqualTo(new Schedule(null, null, ZoneId.of(NEW_YORK)));
    }

    @Test
    void the_suggestion_is_a_week_from_now_in_the_afternoon_across_the_end_of_daylight_saving() {
        assertThat(ScheduleForm.suggested(Instant.parse("2027-11-03T15:00:00Z")).schedule().notAfter())
                .isEqualTo("2027-11-10T22:00:00Z");
    }

    @Property
    void what_is_stored_is_shown_so_that_saving_again_changes_nothing(
            @ForAll @LongRange(min = 1_800_000_000L / 60, max = 1_830_000_000L / 60) long minute,
            @ForAll @IntRange(min = 1, max = 20_000) int tolerance) {
        Instant time = Instant.ofEpochSecond(minute * 60);
        ZoneId zone = ZoneId.of(NEW_YORK);
        Schedule stored = new Schedule(time, time.plus(Duration.ofMinutes(tolerance)), zone);
        boolean secondOfTwo = !time.atZone(zone).toLocalDateTime().atZone(zone).toInstant().equals(time);

        assertThat(secondOfTwo || ScheduleForm.of(stored).schedule().equals(stored)).isTrue();
    }
}
