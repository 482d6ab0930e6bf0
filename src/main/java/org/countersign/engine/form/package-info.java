/**
 * What a Camunda Form demands, checked on the server: Tasklist checks in the browser only, and REST takes any variable.
 * Reads the JSON of form-js (schema version 16) without the engine; the FEEL interpreter is handed in.
 */
package org.countersign.engine.form;
