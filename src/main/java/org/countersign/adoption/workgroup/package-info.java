/** The workgroup of a program: who sits on it, what it was asked and decided, and when its step lapses. */
package org.countersign.adoption.workgroup;
