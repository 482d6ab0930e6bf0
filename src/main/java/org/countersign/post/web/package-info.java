/**
 * The author's desk: pages and the fragments that htmx puts into them. Everything works without scripts too; with them
 * counts and previews follow what is typed.
 */
package org.countersign.post.web;
