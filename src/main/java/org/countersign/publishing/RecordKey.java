package org.countersign.publishing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Record keys of AT Protocol ("TID"): 53 bits of microseconds and 10 bits that tell keys of one microsecond apart,
 * written in 13 characters that sort like the numbers.
 */
final class RecordKey {

    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;

    private RecordKey() {
    }

    /** @param clockId 0 to 1023 */
    static String of(Instant time, int clockId) {
        if (clockId < 0 || clockId > 1023 || time.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("No record key for clock id " + clockId + " at " + time);
        }
        long number = ChronoUnit.MICROS.between(Instant.EPOCH, time) << 10 | clockId;
        char[] key = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            key[i] = ALPHABET.charAt((int) (number & 31));
            number >>>= 5;
        }
        return new String(key);
    }
}
