package org.countersign.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.net.URI;
import java.util.Set;

/**
 * A request with effects that a page of another site makes a browser send. Browsers add remembered HTTP Basic credentials to
 * it, and the interfaces for programs ask for no token. Programs send neither of the two headers (Fetch Metadata, RFC 6454).
 */
final class CrossSite implements RequestMatcher {

    private static final Set<String> WITHOUT_EFFECTS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    /** {@code none}: typed or opened by the person. */
    private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (WITHOUT_EFFECTS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OUR_OWN.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin != null && !authority(origin).equalsIgnoreCase(request.getHeader("Host"));
    }

    /** Empty for {@code null} and whatever else is no address: that is nobody we know. */
    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
