/**
 * The adapters that post-review.bpmn names: thin, from engine to services and back.
 */
package org.countersign.review.process;
