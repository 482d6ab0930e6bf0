/**
 * The guard of every user task: who may hold and complete it, that the answers fit its form, and that nothing typed
 * becomes a process variable. Reaches into the engine's inner classes, which no public extension point could replace.
 */
package org.countersign.engine.hardening.task;
