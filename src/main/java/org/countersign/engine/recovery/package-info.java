/**
 * What the engine needs after a crash so that work goes on at once.
 */
package org.countersign.engine.recovery;
