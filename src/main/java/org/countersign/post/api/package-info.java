/**
 * The desk for programs: JSON over HTTP under {@code /api/v1}, errors as problem details (RFC 9457).
 */
package org.countersign.post.api;
