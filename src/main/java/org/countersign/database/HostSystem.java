package org.countersign.database;

import java.util.Locale;

/**
 * The operating system and processor this runs on, in the words that the archives of PostgreSQL's binaries are named
 * by.
 *
 * @param name      {@code linux}, {@code darwin} or {@code windows}
 * @param processor {@code x86_64} or {@code arm_64}
 */
record HostSystem(String name, String processor) {

    static HostSystem current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Windows on ARM runs the programs for Intel: there are no others. */
    static HostSystem of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String name = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os;
        return new HostSystem(name, switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> name.equals("windows") ? "x86_64" : "arm_64";
            default -> osArch;
        });
    }

    boolean linux() {
        return name.equals("linux");
    }

    boolean windows() {
        return name.equals("windows");
    }

    /** The archive's name on the class path. */
    String archive() {
        return "postgres-" + name + "-" + processor + ".txz";
    }
}
