package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeMessagesTests {

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void everyFaultHasItsSentenceInBothLanguagesWithAllItsFacts(Wrong wrong) throws IOException {
        for (String language : new String[] {"notice_zh_CN", "notice"}) {
            String sentence = load(language).getProperty(wrong.key());

            assertThat(sentence).as(language).isNotBlank();
            assertThat(new MessageFormat(sentence).getFormatsByArgumentIndex()).hasSize(wrong.facts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice_zh_CN", "notice"})
    void sentencesWithoutFactsHaveNoDoubledQuotes(String language) throws IOException {
        assertThat(load(language).values())
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("'"));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(load("notice_zh_CN").stringPropertyNames())
                .isEqualTo(load("notice").stringPropertyNames());
    }

    private static Properties load(String name) throws IOException {
        Properties messages = new Properties();
        try (InputStream file = NoticeMessagesTests.class.getResourceAsStream("/messages/" + name + ".properties")) {
            messages.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return messages;
    }
}
