package org.countersign.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path. Each archive has a directory of its own, so
 * that a new version never mixes with the old one.
 */
final class Binaries {

    private static final String MARKER = ".done";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs unless that was done before. A directory without the marker was left by a start that was
     * killed meanwhile: it is made again.
     *
     * @throws StartRefused when the class path has no archive for this system
     */
    static synchronized Binaries unpacked(Path directory, HostSystem system) throws IOException {
        URL archive = Binaries.class.getResource("/" + system.archive());
        if (archive == null) {
            throw new StartRefused(
                    "There is no PostgreSQL for " + system.name() + " on " + system.processor() + " here.",
                    "Build on the system the application runs on, or use a PostgreSQL of your own: "
                            + DatabaseSettings.OWN_DATABASE);
        }
        Files.createDirectories(directory);
        Path home = directory.resolve(stamp(archive));
        // Several applications may share the directory: one unpacks, the others wait.
        try (FileChannel channel = FileChannel.open(directory.resolve(".lock"), CREATE, WRITE);
             FileLock ignored = channel.lock()) {
            if (!Files.exists(home.resolve(MARKER))) {
                FileSystemUtils.deleteRecursively(home);
                unpack(archive, home);
                Files.createFile(home.resolve(MARKER));
            }
        }
        return new Binaries(home);
    }

    /** The path of {@code postgres}, {@code initdb} or {@code pg_ctl}. */
    Path program(String name, HostSystem system) {
        return home.resolve("bin").resolve(system.windows() ? name + ".exe" : name);
    }

    /** Tells archives apart without reading them: checksum and size as the jar's table of contents has them. */
    private static String stamp(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        return connection instanceof JarURLConnection jar
                ? "%08x-%d".formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize())
                : "%08x-%d".formatted(connection.getLastModified(), connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("A file reaches outside the archive: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    if (!target.resolveSibling(entry.getLinkName()).normalize().startsWith(home)) {
                        throw new IOException("A link reaches outside the archive: " + entry.getName());
                    }
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target);
                    if (target.startsWith(home.resolve("bin")) && !target.toFile().setExecutable(true, false)) {
                        throw new IOException("Cannot make executable: " + target);
                    }
                }
            }
        }
    }
}
