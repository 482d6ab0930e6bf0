package org.countersign.escalation;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * How the ladder sends.
 *
 * @param every       pause between two looks for what is due
 * @param digestPause how long notices for somebody who just had a mail are collected for the next one
 * @param digestRows  how many tasks one mail lists; it says how many more there are
 */
@ConfigurationProperties("countersign.escalation")
record EscalationProperties(Duration every, Duration digestPause, int digestRows) {
}
