/** The pages of the adoption program: the boards, one step, the workgroup. */
package org.countersign.adoption.web;
