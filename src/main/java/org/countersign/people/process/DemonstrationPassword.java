package org.countersign.people.process;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * One random password for each installation, in a file that only its owner may read.
 */
@Component
class DemonstrationPassword {

    /** No letters and digits that look alike: people type it. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final DemonstrationSettings settings;
    private final Path file;

    DemonstrationPassword(DemonstrationSettings settings,
                          @Value("${countersign.database.directory:data/postgres}") Path database) {
        this.settings = settings;
        this.file = settings.passwordFile() != null ? settings.passwordFile()
                : database.toAbsolutePath().resolveSibling("demonstration-password");
    }

    /** The password; empty when the file is gone. */
    Optional<String> read() {
        if (StringUtils.hasText(settings.password())) {
            return Optional.of(settings.password());
        }
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    /** The password, made and written when there is none yet. */
    String readOrCreate() {
        return read().orElseGet(this::create);
    }

    private String create() {
        String password = new SecureRandom().ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append).toString();
        try {
            Files.createDirectories(file.getParent());
            try (var target = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly())) {
                target.write(StandardCharsets.UTF_8.encode(password + "\n"));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write " + file, unwritable);
        }
        return password;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
