package org.countersign.engine.deployment;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the bundles below a root. A resource is named by its path below that root, so that the name is the same from a
 * folder of classes and from inside the application's jar: forms and decisions are looked up by it.
 */
class Bundles {

    private static final List<String> PATTERNS = List.of("processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form");
    private static final Pattern NAME = Pattern.compile(".*/((?:processes|forms)/([^/]+)/[^/]+)");

    private final ResourcePatternResolver files;
    private final String root;

    /**
     * @param root where {@code processes/} and {@code forms/} lie: a resource pattern that ends with {@code :} or {@code /}
     */
    Bundles(ResourcePatternResolver files, String root) {
        this.files = files;
        this.root = root;
    }

    /** All bundles ordered by name. */
    List<Bundle> find() {
        SortedMap<String, Bundle> bundles = new TreeMap<>();
        for (String pattern : PATTERNS) {
            for (Resource resource : resources(pattern)) {
                Matcher path = NAME.matcher(address(resource));
                if (!path.matches()) {
                    throw new IllegalStateException("Not below processes/ or forms/: " + resource);
                }
                bundles.computeIfAbsent(path.group(2), name -> new Bundle(name, new TreeMap<>()))
                        .resources().putIfAbsent(path.group(1), resource);
            }
        }
        return List.copyOf(bundles.values());
    }

    private Resource[] resources(String pattern) {
        try {
            return files.getResources(root + pattern);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list " + root + pattern, unreadable);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot locate " + resource, unreadable);
        }
    }
}
