package org.sifang.notification;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The system that is told of messages by HTTP.
 *
 * @param enabled false tells it nothing
 * @param url where to; without one nothing is told
 * @param secret key of the signature; needed with a URL
 * @param timeout for the whole answer
 */
@ConfigurationProperties("sifang.webhook")
record WebhookSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue("10s") Duration timeout) {

    WebhookSettings {
        if (url != null && (secret == null || secret.isBlank())) {
            throw new IllegalArgumentException(
                    "sifang.webhook.secret is missing: what leaves by sifang.webhook.url is signed with it");
        }
    }

    boolean open() {
        return enabled && url != null;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookSettings[enabled=" + enabled + ", url=" + url + "]";
    }
}
