package org.countersign.web;

import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import java.util.Set;

/** Remembers which page somebody asked for before signing in; never a fragment, a picture or a call of a script. */
final class PageRequestCache {

    /** Asked for by htmx, to replace a part of a page. */
    static final RequestMatcher FRAGMENT = new RequestHeaderRequestMatcher("HX-Request");

    private PageRequestCache() {
    }

    static RequestCache create() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                request -> "GET".equals(request.getMethod()), html, new NegatedRequestMatcher(FRAGMENT)));
        return cache;
    }
}
