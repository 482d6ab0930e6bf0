package org.countersign.keys;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileKeyRingTest {

    private static final byte[] TEXT = "a text".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "record 7".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void place() {
        directory = parent.resolve("keys");
    }

    private KeyRing open() throws GeneralSecurityException {
        return new FileKeyRing(new KeySettings(directory));
    }

    private Path file(String name) {
        return directory.resolve(name + ".json");
    }

    @Test
    void whatOneInstanceEncryptsAnotherReads() throws GeneralSecurityException {
        byte[] encrypted = open().cipher("ledger").encrypt(TEXT, CONTEXT);

        assertThat(encrypted).isNotEqualTo(TEXT);
        assertThat(open().cipher("ledger").decrypt(encrypted, CONTEXT)).isEqualTo(TEXT);
    }

    @Test
    void anotherContextOrAnotherKeyDoesNotDecrypt() throws GeneralSecurityException {
        KeyRing ring = open();
        byte[] encrypted = ring.cipher("ledger").encrypt(TEXT, CONTEXT);

        assertThatThrownBy(() -> ring.cipher("ledger").decrypt(encrypted, TEXT))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> ring.cipher("account").decrypt(encrypted, CONTEXT))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMayReadTheFiles() throws Exception {
        open().cipher("ledger");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        try (var files = Files.list(directory)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aFileThatOthersMayReadOrWriteIsRefused(String permissions) throws Exception {
        open().cipher("ledger");
        Files.setPosixFilePermissions(file("ledger"), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> open().cipher("ledger")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file("ledger").toString()).hasMessageContaining("chmod go=");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryThatOthersMayEnterIsRefused() throws Exception {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> open().cipher("ledger")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(directory.toString());
        assertThat(file("ledger")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "not a key",
            "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{\"value\":\"c2VjcmV0\"}}]}"})
    void aDamagedFileIsNamedAndNeverReplaced(String content) throws Exception {
        open().cipher("ledger");
        Files.writeString(file("ledger"), content);

        assertThatThrownBy(() -> open().cipher("ledger")).isInstanceOf(IllegalStateException.class).hasNoCause()
                .hasMessageContaining(file("ledger").toString())
                .hasMessageContaining("damaged").hasMessageContaining("backup")
                .hasMessageNotContaining("c2VjcmV0");
        assertThat(file("ledger")).hasContent(content);
    }

    @Test
    void aStartThatWasKilledWhileWritingLeavesNothingInTheWay() throws Exception {
        open().cipher("account");
        Files.writeString(directory.resolve("ledger.json.new"), "{\"primaryK");

        byte[] encrypted = open().cipher("ledger").encrypt(TEXT, CONTEXT);

        assertThat(open().cipher("ledger").decrypt(encrypted, CONTEXT)).isEqualTo(TEXT);
    }

    @Test
    void allThatComeFirstAtTheSameTimeGetTheSameKey() throws Exception {
        List<Callable<byte[]>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            KeyRing ring = open();
            calls.add(() -> ring.cipher("ledger").encrypt(TEXT, CONTEXT));
        }
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            KeyRing later = open();
            for (Future<byte[]> encrypted : threads.invokeAll(calls)) {
                assertThat(later.cipher("ledger").decrypt(encrypted.get(), CONTEXT)).isEqualTo(TEXT);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theEpochIsThePlaceOfThePrimaryAndOldValuesStayReadable() throws Exception {
        KeyRing before = open();
        byte[] encrypted = before.cipher("ledger").encrypt(TEXT, CONTEXT);
        assertThat(before.epoch("ledger")).isEqualTo(1);

        appendPrimary(file("ledger"));

        KeyRing after = open();
        assertThat(after.epoch("ledger")).isEqualTo(2);
        assertThat(after.cipher("ledger").decrypt(encrypted, CONTEXT)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../ledger", "Ledger", "ledger.json", "a--b", "-a"})
    void aNameThatIsNotLowerCaseLettersAndHyphensIsRefused(String name) {
        assertThatThrownBy(() -> open().cipher(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void appendPrimary(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle old = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
        builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId().makePrimary());
        Files.writeString(file,
                TinkJsonProtoKeysetFormat.serializeKeyset(builder.build(), InsecureSecretKeyAccess.get()));
    }
}
