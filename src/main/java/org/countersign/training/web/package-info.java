/** The pages of policies and training. */
package org.countersign.training.web;
