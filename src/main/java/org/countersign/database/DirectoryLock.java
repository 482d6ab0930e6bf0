package org.countersign.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Keeps a second copy of the application away from a data directory for as long as this one lives. The operating
 * system releases the lock with the process, however it ends.
 */
final class DirectoryLock implements AutoCloseable {

    /** Locked instead of the first bytes, which hold the owner's process id and stay readable on Windows too. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartRefused when somebody else holds the lock */
    static DirectoryLock acquire(Path directory) throws IOException {
        Path file = DatabaseSettings.beside(directory, ".lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (!tryLock(channel)) {
            String owner = Files.readString(file).strip();
            channel.close();
            throw new StartRefused("Another copy of the application (process " + (owner.isEmpty() ? "unknown" : owner)
                    + ") already uses the database directory " + directory + ".",
                    "Stop the other copy, or set COUNTERSIGN_DATABASE_DIRECTORY to another directory.");
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return new DirectoryLock(channel);
    }

    /** Within one process the virtual machine answers with an exception where another process would get null. */
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(POSITION, 1, false) != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
