package org.sifang.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals what must not be read from the database alone, and opens it again. What is sealed is bound to its context (table,
 * row and field): moved elsewhere it does not open.
 */
public class Vault {

    private static final String INDEX_CHECK = "sifang";

    private final KeyFile file;
    private final JdbcClient jdbc;
    private volatile KeyRing keys;

    /**
     * @param mayCreate whether a missing key file may be made; never when the database was written with another one
     * @throws KeyFileException when the keys are missing or not those of this database
     */
    Vault(KeyFile file, boolean mayCreate, JdbcClient jdbc, Clock clock) {
        this.file = file;
        this.jdbc = jdbc;
        List<Known> known = known();
        this.keys = known.isEmpty() && mayCreate && !file.exists() ? file.create() : file.read();
        requireKeysOf(known);
        register(clock.instant());
    }

    private record Known(long key, byte[] indexCheck) {}

    /**
     * Seals under the present key.
     *
     * @param context what the result belongs to, such as {@code person/<id>/data}; the same is needed to open it
     */
    public byte[] seal(byte[] clear, String context) {
        try {
            return keys.seal(clear, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed for " + context);
        }
    }

    /** @throws SealBrokenException when it was changed, or belongs to another context or other keys */
    public byte[] open(byte[] sealed, String context) {
        long key = KeyRing.keyOf(sealed);
        if (!keys.has(key)) {
            // Another node has rotated the keys since this one read the file.
            keys = file.read();
        }
        try {
            return keys.open(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new SealBrokenException(context);
        }
    }

    public byte[] sealText(String clear, String context) {
        return seal(clear.getBytes(StandardCharsets.UTF_8), context);
    }

    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    /** The keyed hash of a value: equal for equal values, and telling nothing else. 32 bytes. */
    public byte[] index(String value) {
        try {
            return keys.index(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Indexing failed");
        }
    }

    /** The key that seals now. */
    public long key() {
        return keys.primary();
    }

    /** The key with which something was sealed. */
    public static long keyOf(byte[] sealed) {
        return KeyRing.keyOf(sealed);
    }

    /** Takes a new key for everything sealed from now on; the old ones still open what they sealed. */
    void rotate(Instant now) {
        KeyRing rotated = file.read().rotated();
        file.replace(rotated);
        keys = rotated;
        register(now);
    }

    private List<Known> known() {
        return jdbc.sql("select key_id, index_check from sealing_key")
                .query((row, number) -> new Known(row.getLong(1), row.getBytes(2)))
                .list();
    }

    private void requireKeysOf(List<Known> known) {
        byte[] check = index(INDEX_CHECK);
        for (Known one : known) {
            if (!keys.has(one.key()) || !Arrays.equals(check, one.indexCheck())) {
                throw new KeyFileException(
                        "The key file is not the one that the personal data of this database was sealed with.",
                        "Put the right key file in its place (sifang.key-file); this one must not be used here.");
            }
        }
    }

    private void register(Instant now) {
        jdbc.sql("insert into sealing_key values (:key, :check, :since) on conflict do nothing")
                .param("key", keys.primary())
                .param("check", index(INDEX_CHECK))
                .param("since", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
