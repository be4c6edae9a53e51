package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Every text of pages and code exists, in Chinese and in English, and says the same in both. */
@NullMarked
class MessageKeysTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");
    private static final String CHINESE = "_zh_CN.properties";

    private static final Pattern PLACE = Pattern.compile("\\{([0-9a-zA-Z]+)");
    private static final Pattern CHOICE = Pattern.compile("\\{([0-9]+),choice");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--/\\*.*?\\*/-->");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)[(}]");
    private static final Pattern SPOKEN = Pattern.compile("#messages\\.msg(?:WithParams)?\\('([a-zA-Z0-9._-]+)'[,)]");
    private static final Pattern FAULT = Pattern.compile("\"(fault\\.[a-zA-Z0-9._-]*[a-zA-Z0-9])\"");
    private static final Pattern KIND =
            Pattern.compile("new (?:NotFoundException|StateConflictException)\\(\\s*\"([a-zA-Z0-9.-]+)\"");

    @Test
    void everyKeyIsThereInBothLanguages() {
        for (Path english : englishFiles()) {
            assertThat(load(chinese(english)).stringPropertyNames())
                    .as(english.getFileName().toString())
                    // The colour of a journal entry is the same in every language.
                    .containsAll(load(english).stringPropertyNames().stream()
                            .filter(key -> !key.endsWith(".tone"))
                            .toList());
            assertThat(load(english).stringPropertyNames())
                    .as(english.getFileName().toString())
                    .containsAll(load(chinese(english)).stringPropertyNames());
        }
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        List<String> different = new ArrayList<>();
        for (Path english : englishFiles()) {
            Properties other = load(chinese(english));
            load(english).forEach((key, text) -> {
                String translated = other.getProperty(key.toString());
                if (translated != null && !saysTheSame(text.toString(), translated)) {
                    different.add(key + ": " + text + " / " + translated);
                }
            });
        }
        assertThat(different).isEmpty();
    }

    @Test
    void eachKeyHasOneHome() {
        Map<String, Path> homes = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Path english : englishFiles()) {
            for (String key : load(english).stringPropertyNames()) {
                Path other = homes.putIfAbsent(key, english.getFileName());
                if (other != null) {
                    twice.add(key + " in " + other + " and " + english.getFileName());
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    /** A text without places is taken as it stands; in one with numbered places a straight quote is written twice. */
    @Test
    void quotesAreWrittenSoThatTheyAreSeen() {
        List<String> quoted = new ArrayList<>();
        for (Path english : englishFiles()) {
            for (Path file : List.of(english, chinese(english))) {
                load(file).forEach((key, text) -> {
                    boolean numbered = text.toString().matches("(?s).*\\{\\d.*");
                    boolean named = !numbered && text.toString().contains("{");
                    boolean doubled = text.toString().contains("''");
                    boolean single = text.toString().replace("''", "").contains("'");
                    if (numbered ? single : doubled && !named) {
                        quoted.add(file.getFileName() + " " + key);
                    }
                });
            }
        }
        assertThat(quoted).isEmpty();
    }

    @Test
    void everyTextWithNumberedPlacesCanBeFilled() {
        for (Path english : englishFiles()) {
            for (Path file : List.of(english, chinese(english))) {
                load(file).forEach((key, text) -> {
                    if (text.toString().matches("(?s).*\\{\\d.*")) {
                        assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2, 3, 4, 5, 6}))
                                .as(key.toString())
                                .doesNotContain("{");
                    }
                });
            }
        }
    }

    @Test
    void chineseTextsAreChinese() {
        List<String> foreign = new ArrayList<>();
        for (Path english : englishFiles()) {
            Properties original = load(english);
            load(chinese(english)).forEach((key, text) -> {
                boolean words = original.getProperty(key.toString(), "").matches("(?s).*[a-z]{3}.*");
                boolean han = text.toString().codePoints().anyMatch(Character::isIdeographic);
                boolean exempt = key.toString().matches("language\\.tag|brand\\.other|.*\\.tone");
                if (words && !han && !exempt && text.toString().matches(".*[a-zA-Z]{3}.*")) {
                    foreign.add(key + "=" + text);
                }
            });
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void everyTextOfAPageIsThere() {
        assertThat(missing(keys(TEMPLATES, ".html", IN_TEMPLATE))).isEmpty();
        assertThat(missing(keys(TEMPLATES, ".html", SPOKEN))).isEmpty();
    }

    @Test
    void everyFaultHasItsSentence() {
        assertThat(missing(keys(CODE, ".java", FAULT))).isEmpty();
    }

    @Test
    void everyKindOfThingHasItsName() {
        assertThat(missing(keys(CODE, ".java", KIND).stream()
                        .map(kind -> "kind." + kind)
                        .toList()))
                .isEmpty();
    }

    private static Set<String> missing(Collection<String> keys) {
        Set<String> known = englishFiles().stream()
                .flatMap(file -> load(file).stringPropertyNames().stream())
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> !known.contains(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Path folder, String ending, Pattern pattern) {
        Set<String> keys = new TreeSet<>();
        for (Path file : files(folder, ending)) {
            pattern.matcher(COMMENT.matcher(read(file)).replaceAll(""))
                    .results()
                    .map(result -> result.group(1))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** Only English asks a number for singular and plural; Chinese may then leave the number out. */
    private static boolean saysTheSame(String english, String chinese) {
        Set<String> needed = places(PLACE, english);
        Set<String> given = places(PLACE, chinese);
        boolean nothingNew = needed.containsAll(given);
        needed.removeAll(places(CHOICE, english));
        return nothingNew && given.containsAll(needed);
    }

    private static Set<String> places(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> englishFiles() {
        return files(MESSAGES, ".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .toList();
    }

    private static Path chinese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", CHINESE));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
