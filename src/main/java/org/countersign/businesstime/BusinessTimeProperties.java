package org.countersign.businesstime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Which business calendar counts.
 *
 * @param calendar where the calendar file is: {@code file:/etc/countersign/calendar.yaml}; without it US federal
 *                 holidays, Monday to Friday from 8 to 17 o'clock in New York
 */
@ConfigurationProperties("countersign")
record BusinessTimeProperties(@DefaultValue("classpath:businesstime/calendar.yaml") Resource calendar) {
}
