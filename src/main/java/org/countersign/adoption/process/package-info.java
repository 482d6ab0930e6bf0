/**
 * The adapters that the diagrams of the program and its steps name: thin, from engine to services and back.
 */
package org.countersign.adoption.process;
