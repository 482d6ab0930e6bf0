/**
 * Clocks with a unit and a calendar: hours, business hours, business days, work days, calendar days.
 * Turns a deadline into an instant; who must keep it is decided elsewhere. The calendar's zone is the ZoneId bean.
 */
@ApplicationModule(allowedDependencies = {})
package org.countersign.businesstime;

import org.springframework.modulith.ApplicationModule;
