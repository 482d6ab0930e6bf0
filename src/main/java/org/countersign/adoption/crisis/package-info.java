/** The crisis mode: who declared it, holding statements, what was learned, drills. It pauses nothing by itself. */
package org.countersign.adoption.crisis;
