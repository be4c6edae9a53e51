package org.sifang.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail. The server is that of {@code spring.mail}; without one no mail leaves.
 *
 * @param enabled false keeps every mail in the house
 * @param from sender; the user of the mail server where none is given
 * @param window how long a mail waits for others to the same officer, to be one with them
 */
@ConfigurationProperties("sifang.mail")
record MailSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable String from,
        @DefaultValue("10s") Duration window) {}
