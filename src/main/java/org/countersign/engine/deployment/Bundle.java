package org.countersign.engine.deployment;

import org.springframework.core.io.Resource;

import java.util.SortedMap;

/**
 * A folder of {@code processes/} with the folder of the same name below {@code forms/}: what is deployed together or not at all.
 *
 * @param resources the files by their path from the class path's root, {@code processes/post-review/post-review.bpmn}
 */
record Bundle(String name, SortedMap<String, Resource> resources) {
}
