package org.countersign.businesstime;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

@Configuration
class BusinessTimeConfiguration {

    private static final Logger log = LoggerFactory.getLogger(BusinessTimeConfiguration.class);
    private static final int WARNING_DAYS = 180;

    @Bean
    BusinessCalendar businessCalendar(BusinessTimeProperties properties, Clock clock) {
        BusinessCalendar calendar = CalendarFile.read(properties.calendar());
        if (calendar.validUntil().isBefore(LocalDate.now(clock).plusDays(WARNING_DAYS))) {
            log.warn("The business calendar {} ends on {}. Deadlines after that day cannot be computed: "
                    + "set countersign.calendar to a newer one.", calendar.label(), calendar.validUntil());
        }
        return calendar;
    }

    @Bean
    BusinessClock businessClock(BusinessCalendar calendar) {
        return new CalendarClock(calendar);
    }

    /** The zone in which the organization reads times. */
    @Bean
    ZoneId organizationZone(BusinessCalendar calendar) {
        return calendar.zone();
    }
}
