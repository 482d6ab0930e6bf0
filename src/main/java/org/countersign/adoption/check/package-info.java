/** What the running system can tell about a step by itself. */
package org.countersign.adoption.check;
