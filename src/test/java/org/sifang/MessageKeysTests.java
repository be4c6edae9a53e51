package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the code says is there in words, and a text takes the same values in both languages. */
@NullMarked
class MessageKeysTests {

    private static final String CHINESE = "_zh_CN";

    private static final Pattern PLACE = Pattern.compile("\\{([0-9a-zA-Z]+)");
    private static final Pattern CHOICE = Pattern.compile("\\{([0-9]+),choice");
    private static final Pattern SPOKEN = Pattern.compile("#messages\\.msg(?:WithParams)?\\('([\\w.-]+)'[,)]");
    private static final Pattern FAULT = Pattern.compile("\"(fault\\.[\\w.-]*\\w)\"");
    private static final Pattern KIND =
            Pattern.compile("new (?:NotFoundException|StateConflictException)\\(\\s*\"([\\w.-]+)\"");

    @Test
    void bothLanguagesTakeTheSameValues() {
        List<String> different = new ArrayList<>();
        MessagesTests.names().forEach(name -> {
            Properties chinese = MessagesTests.load(name, CHINESE);
            MessagesTests.load(name, "").forEach((key, text) -> {
                if (!saysTheSame(text.toString(), chinese.getProperty(key.toString(), ""))) {
                    different.add(key + ": " + text);
                }
            });
        });
        assertThat(different).isEmpty();
    }

    /** A text without places is taken as it stands; in one with numbered places a straight quote is written twice. */
    @Test
    void quotesAreWrittenSoThatTheyAreSeen() {
        List<String> unseen = new ArrayList<>();
        forEachText((key, text) -> {
            boolean numbered = text.matches("(?s).*\\{\\d.*");
            boolean named = !numbered && text.contains("{");
            boolean single = text.replace("''", "").contains("'");
            if (numbered ? single : text.contains("''") && !named) {
                unseen.add(key + "=" + text);
            }
        });
        assertThat(unseen).isEmpty();
    }

    @Test
    void everyFaultHasItsSentence() {
        assertThat(missing(found("src/main/java", FAULT))).isEmpty();
    }

    @Test
    void everyKindOfThingHasItsName() {
        assertThat(missing(found("src/main/java", KIND).map(kind -> "kind." + kind)))
                .isEmpty();
    }

    @Test
    void everyTextAPageSpeaksIsThere() {
        assertThat(missing(found("src/main/resources/templates", SPOKEN))).isEmpty();
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

    private static Set<String> missing(Stream<String> keys) {
        Set<String> known = new TreeSet<>();
        forEachText((key, text) -> known.add(key));
        return keys.filter(key -> !known.contains(key)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void forEachText(BiConsumer<String, String> reader) {
        MessagesTests.names().forEach(name -> {
            for (String language : List.of("", CHINESE)) {
                MessagesTests.load(name, language)
                        .forEach((key, text) -> reader.accept(key.toString(), text.toString()));
            }
        });
    }

    private static Stream<String> found(String folder, Pattern pattern) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).toList().stream()
                    .flatMap(file -> pattern.matcher(read(file)).results().map(found -> found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
