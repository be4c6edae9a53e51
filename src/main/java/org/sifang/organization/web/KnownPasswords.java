package org.sifang.organization.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sifang.organization.web.Accounts.Account;

/**
 * Passwords that were verified a short while ago, so that a service account does not pay for bcrypt with every call. Kept
 * are only codes under a key that this process drew at random; one is worth nothing after the stored hash has changed.
 */
final class KnownPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final SecretKeySpec key;
    private final Cache<String, byte[]> codes =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFETIME).build();

    KnownPasswords() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean knows(Account account, String password) {
        byte[] code = codes.getIfPresent(account.username());
        return code != null && MessageDigest.isEqual(code, code(account, password));
    }

    void remember(Account account, String password) {
        codes.put(account.username(), code(account, password));
    }

    private byte[] code(Account account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(account.hash().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
