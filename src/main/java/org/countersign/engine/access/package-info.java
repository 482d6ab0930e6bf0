/**
 * Who is asking: signing in with the engine's users, and telling the engine's web applications and REST interface who that is.
 */
@NamedInterface("access")
package org.countersign.engine.access;

import org.springframework.modulith.NamedInterface;
