package org.countersign.ledger;

import com.github.luben.zstd.Zstd;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import org.countersign.keys.KeyRing;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Seals payloads: salted, compressed, encrypted with a key of their own (AES-256-GCM) that is wrapped by the key ring.
 * Without the salt, which is inside, nobody can test a guess against the commitment.
 */
@Component
class PayloadVault {

    /** What is stored of a payload. */
    record Sealed(byte[] ciphertext, byte[] wrappedKey, int epoch, String commitment, int length) {
    }

    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing keys;

    PayloadVault(KeyRing keys) {
        this.keys = keys;
    }

    Sealed seal(UUID record, byte[] payload) {
        byte[] salt = random(SALT_BYTES);
        byte[] salted = ByteBuffer.allocate(SALT_BYTES + payload.length).put(salt).put(payload).array();
        byte[] key = random(KEY_BYTES);
        try {
            byte[] ciphertext = new AesGcmJce(key).encrypt(Zstd.compress(salted), context(record));
            byte[] wrapped = wrapping().encrypt(key, context(record));
            return new Sealed(ciphertext, wrapped, keys.epoch("ledger"), commitment(salted), payload.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("payload of record " + record + " could not be encrypted", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Opens a payload and checks it against the commitment of its envelope.
     *
     * @throws IllegalStateException when the key is missing, the ciphertext was changed, or the commitment differs
     */
    byte[] open(Envelope envelope, byte[] ciphertext, byte[] wrappedKey) {
        try {
            byte[] key = wrapping().decrypt(wrappedKey, context(envelope.id()));
            byte[] compressed = new AesGcmJce(key).decrypt(ciphertext, context(envelope.id()));
            byte[] salted = Zstd.decompress(compressed, SALT_BYTES + envelope.length());
            if (!commitment(salted).equals(envelope.commitment())) {
                throw new IllegalStateException("record " + envelope.id() + ": payload does not fit its commitment");
            }
            return Arrays.copyOfRange(salted, SALT_BYTES, salted.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("record " + envelope.id() + ": payload cannot be decrypted", e);
        }
    }

    private Aead wrapping() {
        return keys.cipher("ledger");
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Binds a ciphertext to its record, so that two cannot be swapped. */
    private static byte[] context(UUID record) {
        return (Envelope.TENANT + '|' + record + '|' + Envelope.SCHEMA).getBytes(StandardCharsets.UTF_8);
    }

    private static String commitment(byte[] salted) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(salted));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
