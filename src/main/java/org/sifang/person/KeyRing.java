package org.sifang.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * The keys of one key file: AES-256-GCM keys that seal, the first among them for what is written now, and a separate
 * HMAC-SHA-256 key for the index. The index key is never rotated: every hash would have to be computed anew at once.
 */
final class KeyRing {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PREFIX = 5;
    private static final int INDEX_LENGTH = 32;

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final KeysetHandle sealing;
    private final KeysetHandle indexing;
    private final Aead aead;
    private final PrfSet prf;

    private KeyRing(KeysetHandle sealing, KeysetHandle indexing) throws GeneralSecurityException {
        this.sealing = sealing;
        this.indexing = indexing;
        this.aead = sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.prf = indexing.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    static KeyRing fresh() {
        try {
            return new KeyRing(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same keys and a new one, which seals from now on. */
    KeyRing rotated() {
        try {
            KeysetHandle.Builder builder =
                    KeysetHandle.newBuilder(sealing).setConfiguration(RegistryConfiguration.get());
            builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary());
            return new KeyRing(builder.build(), indexing);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyRing read(String json) throws GeneralSecurityException, JsonProcessingException {
        JsonNode file = JSON.readTree(json);
        return new KeyRing(keyset(file.path("seal")), keyset(file.path("index")));
    }

    /** The clear keys; for the key file only. */
    String write() {
        try {
            ObjectNode file = JSON.createObjectNode();
            file.set("seal", keyset(sealing));
            file.set("index", keyset(indexing));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file);
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("Keys can always be written");
        }
    }

    private static KeysetHandle keyset(JsonNode keys) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keys.toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static JsonNode keyset(KeysetHandle keys) throws GeneralSecurityException, JsonProcessingException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    byte[] seal(byte[] clear, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(clear, context);
    }

    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }

    byte[] index(byte[] value) throws GeneralSecurityException {
        return prf.computePrimary(value, INDEX_LENGTH);
    }

    long primary() {
        return Integer.toUnsignedLong(sealing.getPrimary().getId());
    }

    boolean has(long key) {
        return IntStream.range(0, sealing.size())
                .anyMatch(i -> Integer.toUnsignedLong(sealing.getAt(i).getId()) == key);
    }

    /** The key something was sealed with, as Tink writes it before the sealed bytes. */
    static long keyOf(byte[] sealed) {
        return sealed.length < PREFIX
                ? -1
                : Integer.toUnsignedLong(ByteBuffer.wrap(sealed).getInt(1));
    }
}
