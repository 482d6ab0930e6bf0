/**
 * What a module says about its own user tasks: who may hold one, and what is done with the answers of its form.
 */
@NamedInterface("task")
package org.countersign.engine.task;

import org.springframework.modulith.NamedInterface;
