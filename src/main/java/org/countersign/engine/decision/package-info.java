/**
 * Decision tables as this product evaluates them: as the engine does, without doing the same again.
 */
package org.countersign.engine.decision;
