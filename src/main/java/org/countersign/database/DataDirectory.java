package org.countersign.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The directory that holds the data. It is made beside its place and renamed when complete, so that it is either
 * whole or not there; the password lies in it, so that a copy of the directory is complete too. Nothing is ever
 * deleted from it.
 */
final class DataDirectory {

    /** Present exactly in directories that this class completed. */
    static final String PASSWORD_FILE = "countersign.password";

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /**
     * Makes the directory when there is none.
     *
     * @return the password of the users {@code postgres} and {@code countersign}
     * @throws StartRefused when something lies there that is not ours
     */
    String initialized(Binaries binaries, HostSystem system) throws IOException, InterruptedException {
        if (!Files.exists(path) || empty()) {
            initialize(binaries, system);
        }
        Path passwordFile = path.resolve(PASSWORD_FILE);
        if (!Files.exists(path.resolve("PG_VERSION")) || !Files.exists(passwordFile)) {
            throw new StartRefused("The database directory " + path
                    + " holds files that this application did not complete: " + PASSWORD_FILE
                    + " or PG_VERSION is missing. Nothing was changed.",
                    "Move it away or restore it from a backup, or set COUNTERSIGN_DATABASE_DIRECTORY to another one.");
        }
        return Files.readString(passwordFile).strip();
    }

    private boolean empty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private void initialize(Binaries binaries, HostSystem system) throws IOException, InterruptedException {
        Path workshop = Files.createTempDirectory(path.getParent(), workshopPrefix(), ownerOnly("rwx------"));
        Path password = writePassword(workshop.resolve("password"));
        Path cluster = workshop.resolve("cluster");
        Process initdb = new ChildCommand(system).program(List.of(binaries.program("initdb", system).toString(),
                "-D", cluster.toString(), "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--locale=C", "-A", "scram-sha-256", "--pwfile=" + password,
                "--data-checksums", "--no-instructions")).start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.waitFor() != 0) {
            throw new StartRefused("The database directory " + path + " could not be initialized: "
                    + output.strip().lines().reduce((first, last) -> last).orElse("no message"),
                    "The whole message of initdb:\n" + output);
        }
        Files.move(password, cluster.resolve(PASSWORD_FILE));
        synchronize(cluster);
        Files.deleteIfExists(path);
        Files.move(cluster, path, ATOMIC_MOVE);
        synchronize(path.getParent());
        removeWorkshops();
    }

    private String workshopPrefix() {
        return path.getFileName() + ".new-";
    }

    /**
     * Removes the workshops of this and of earlier attempts. Each attempt has one of its own, because the initdb of a
     * killed one may still be there for a moment and clean up after itself; that is no reason not to start.
     */
    private void removeWorkshops() throws IOException {
        try (DirectoryStream<Path> workshops = Files.newDirectoryStream(path.getParent(), workshopPrefix() + "*")) {
            for (Path workshop : workshops) {
                try {
                    FileSystemUtils.deleteRecursively(workshop);
                } catch (IOException e) {
                    LOG.warn("{} is left over from an earlier attempt and can be deleted: {}", workshop, e.toString());
                }
            }
        }
    }

    /** 192 random bits; the file has its permissions before anything is written to it. */
    private static Path writePassword(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(random) + "\n"));
            channel.force(true);
        }
        return file;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }

    /** A rename is durable only when the directory that holds the name is; Windows cannot open directories. */
    private static void synchronize(Path directory) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }
}
