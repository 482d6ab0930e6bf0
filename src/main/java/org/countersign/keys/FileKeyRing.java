package org.countersign.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Keys as Tink keysets (JSON, not encrypted) in a directory that only the owner may read. A key is read once and kept
 * in memory; a changed file is seen after the next start.
 * <p>
 * The epoch is the place of the primary key in its keyset, from 1. A rotation appends a key and makes it the primary;
 * keys are never taken out, because the values they encrypted stay, so an epoch names the same key for ever.
 */
@Component
class FileKeyRing implements KeyRing {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private record Key(Aead cipher, int epoch) {
    }

    private final KeyDirectory directory;
    private final ConcurrentMap<String, Key> keys = new ConcurrentHashMap<>();

    FileKeyRing(KeySettings settings) throws GeneralSecurityException {
        AeadConfig.register();
        this.directory = new KeyDirectory(settings.directory());
    }

    @Override
    public Aead cipher(String name) {
        return key(name).cipher();
    }

    @Override
    public int epoch(String name) {
        return key(name).epoch();
    }

    private Key key(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A key is named by lower-case letters and hyphens, not: " + name);
        }
        return keys.computeIfAbsent(name, this::load);
    }

    private Key load(String name) {
        byte[] content = directory.readOrCreate(name, FileKeyRing::newKeyset);
        try {
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    new String(content, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
            return new Key(keyset.getPrimitive(RegistryConfiguration.get(), Aead.class), epoch(keyset));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Without the cause: a parser's message may repeat what it read, which is a key.
            throw new IllegalStateException("The key file " + directory.file(name) + " is damaged ("
                    + e.getClass().getSimpleName() + "). Restore it from a backup: nothing that was"
                    + " encrypted with it can be read without it.");
        }
    }

    private static int epoch(KeysetHandle keyset) {
        for (int i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).isPrimary()) {
                return i + 1;
            }
        }
        throw new IllegalStateException("The keyset has no primary key");
    }

    private static byte[] newKeyset() {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make an AES-256-GCM key", e);
        }
    }
}
