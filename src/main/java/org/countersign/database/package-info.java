/**
 * The PostgreSQL that the application brings with it: unpack, initialize, start, stop, and refuse a second copy.
 * Knows nothing of the tables in it. A configured data source replaces it altogether.
 */
@ApplicationModule(allowedDependencies = {})
package org.countersign.database;

import org.springframework.modulith.ApplicationModule;
