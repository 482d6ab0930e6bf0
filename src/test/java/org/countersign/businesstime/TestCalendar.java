package org.countersign.businesstime;

import org.springframework.core.io.ClassPathResource;

/** The calendar that comes with the application, for tests of other modules. */
public final class TestCalendar {

    private TestCalendar() {
    }

    /** Monday to Friday from 8 to 17 o'clock in New York, without federal holidays. */
    public static BusinessClock clock() {
        return new CalendarClock(CalendarFile.read(new ClassPathResource("businesstime/calendar.yaml")));
    }

    public static OrganizationTime time() {
        return new OrganizationTime(CalendarFile.read(new ClassPathResource("businesstime/calendar.yaml")));
    }
}
