package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The texts of both languages keep step. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String CHINESE = "_zh_CN";
    /** What a Chinese official writes in Latin letters, too. */
    private static final Set<String> LATIN = Set.of(
            "sifang", "demo", "xlsx", "xls", "xlsb", "csv", "pdf", "utf", "yaml", "json", "excel", "zip", "sha", "iso",
            "esc", "enter", "http", "https");

    /** Texts that name fields of a file or a request as they are written there. */
    private static final List<String> NAMES_OF_FIELDS =
            List.of("language.", "brand.", "fault.notice.", "fault.drill.", "admin.import.columns.");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    static Stream<String> names() {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith(CHINESE))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothLanguagesHaveTheSameKeys(String name) {
        assertThat(load(name, CHINESE).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(load(name, "").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTextCanBeFormatted(String name) {
        for (String language : new String[] {CHINESE, ""}) {
            Properties texts = load(name, language);
            texts.stringPropertyNames().stream()
                    .filter(MessagesTests::isPattern)
                    .forEach(key -> assertThatCode(() -> new MessageFormat(texts.getProperty(key)))
                            .as(key)
                            .doesNotThrowAnyException());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noEnglishWordStandsInAChineseText(String name) {
        Properties chinese = load(name, CHINESE);
        List<String> strange = chinese.stringPropertyNames().stream()
                .filter(key ->
                        !key.endsWith(".tone") && NAMES_OF_FIELDS.stream().noneMatch(key::startsWith))
                .flatMap(key -> WORD.matcher(chinese.getProperty(key).replaceAll("\\{[^}]*}", ""))
                        .results()
                        .map(found -> found.group())
                        .filter(word -> !LATIN.contains(word.toLowerCase()))
                        .map(word -> key + ": " + word))
                .toList();
        assertThat(strange).isEmpty();
    }

    @Test
    void everyTextHasOneHome() {
        Map<String, String> homes = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        names().forEach(name -> load(name, "").stringPropertyNames().forEach(key -> {
            String other = homes.put(key, name);
            if (other != null) {
                twice.add(key + " in " + other + " and " + name);
            }
        }));
        assertThat(twice).isEmpty();
    }

    @Test
    void theApplicationReadsEveryFile() throws IOException {
        Object configured = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .get(0)
                .getProperty("spring.messages.basename");
        assertThat(Arrays.asList(String.valueOf(configured).split(",")))
                .contains(names().map(name -> "messages/" + name).toArray(String[]::new));
    }

    /** Texts of the journal name their facts in words, those for scripts are filled in by scripts. */
    private static boolean isPattern(String key) {
        return !key.startsWith("journal.") && !key.startsWith("client.");
    }

    static Properties load(String name, String language) {
        Properties messages = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(MESSAGES.resolve(name + language + ".properties"))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
