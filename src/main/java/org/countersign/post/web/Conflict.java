package org.countersign.post.web;

/**
 * What somebody else saved while this page was open.
 *
 * @param by       name of the person
 * @param revision what is stored now; handing it back replaces it
 */
public record Conflict(String by, String at, int revision, ContentView content) {
}
