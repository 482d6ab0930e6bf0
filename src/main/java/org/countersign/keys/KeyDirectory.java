package org.countersign.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

/**
 * Files that only their owner may read. A file appears whole or not at all, and is never written a second time. Where
 * the file system has no POSIX permissions (Windows), the directory must be protected by its access list.
 */
final class KeyDirectory {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            GROUP_READ, GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

    private final Path directory;

    KeyDirectory(Path directory) {
        this.directory = directory;
    }

    Path file(String name) {
        return directory.resolve(name + ".json");
    }

    /**
     * The content of a file; when there is none, the given content is written first. Of several threads and processes
     * that come at the same time one writes, and all get the same content.
     *
     * @throws IllegalStateException when others than the owner may read the file or change the directory
     */
    byte[] readOrCreate(String name, Supplier<byte[]> content) {
        Path file = file(name);
        try {
            Files.createDirectories(directory.getParent());
            Files.createDirectories(directory, ownerOnly("rwx------"));
            refuseAccessOfOthers(directory);
            if (!Files.exists(file)) {
                createFile(file, content);
            }
            refuseAccessOfOthers(file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " can neither be read nor made", e);
        }
    }

    private void createFile(Path file, Supplier<byte[]> content) throws IOException {
        synchronized (KeyDirectory.class) { // a file lock keeps other processes away, but not threads of this one
            Path lock = directory.resolve(".lock");
            try (FileChannel channel = FileChannel.open(lock, Set.of(CREATE, WRITE), ownerOnly("rw-------"));
                 FileLock ignored = channel.lock()) {
                if (!Files.exists(file)) {
                    write(file, content.get());
                }
            }
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Path draft = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(draft, file, ATOMIC_MOVE);
        if (POSIX) { // the new name is durable only when the directory is; Windows cannot open directories
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    private static void refuseAccessOfOthers(Path path) throws IOException {
        if (!POSIX) {
            return;
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        if (granted.stream().anyMatch(OF_OTHERS::contains)) {
            throw new IllegalStateException("Others than the owner have access to the keys in " + path + " ("
                    + PosixFilePermissions.toString(granted) + "). Find out who may have read them, then"
                    + " take the access away: chmod go= " + path);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))};
    }
}
