package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every template keeps to, seen without rendering one. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** Templates of papers and official documents become PDFs, no browser reads them. */
    private static final Pattern PAPER = Pattern.compile("document/(paper|official)");

    private static final Pattern ELEMENT = Pattern.compile("<[a-zA-Z][^<>]*(?:\"[^\"]*\"[^<>]*)*>", Pattern.DOTALL);
    private static final Pattern PLACES_A_FRAGMENT = Pattern.compile("\\sth:(replace|insert)=");
    private static final Pattern DECIDES = Pattern.compile("\\sth:(if|unless|each)=");
    private static final Pattern OWN_SCRIPT =
            Pattern.compile("<script(?![^>]*(th:src=|application/json))|<style|\\s(th:)?on[a-z]+=|\\s(th:)?style=");
    private static final Pattern BEAN =
            Pattern.compile("th:(href|src|action|attr|data-\\w+)=\"[^\"]*\\$\\{[^}\"]*@[a-z]\\w*\\.");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.\\-/?]*)\\s*[}(]");

    /** Its own doctype counts, the layout's does not: without it a browser shows the page by the rules of 1998. */
    @Test
    void everyPageBeginsWithItsDoctype() {
        assertThat(templates().filter(file -> read(file).contains("~{layout :: page")))
                .filteredOn(file -> !file.endsWith("layout.html"))
                .allSatisfy(file -> assertThat(read(file)).startsWith("<!doctype html>"));
    }

    /** Thymeleaf places the fragment before it asks: the condition belongs on an element around it. */
    @Test
    void noElementPlacesAFragmentAndDecidesWhether() {
        assertThat(offences(TemplatesTests::decidesTooLate)).isEmpty();
    }

    /** Thymeleaf refuses beans in addresses and attributes; the same words are there under {@code #}. */
    @Test
    void noTemplateAsksABean() {
        assertThat(offences(element -> BEAN.matcher(element).find())).isEmpty();
    }

    /** The pages' policy lets neither run. */
    @Test
    void noScriptOrStyleStandsInAPage() {
        assertThat(offences(element -> OWN_SCRIPT.matcher(element).find())).isEmpty();
    }

    @Test
    void everyTextAskedForIsThere() {
        Set<String> known = new TreeSet<>();
        MessagesTests.names()
                .forEach(name -> known.addAll(MessagesTests.load(name, "").stringPropertyNames()));
        List<String> missing = templates()
                .flatMap(file -> KEY.matcher(COMMENT.matcher(read(file)).replaceAll(""))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !known.contains(key))
                        .map(key -> file + ": " + key))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static boolean decidesTooLate(String element) {
        return PLACES_A_FRAGMENT.matcher(element).find()
                && DECIDES.matcher(element).find();
    }

    private static List<String> offences(Predicate<String> offends) {
        return templates()
                .filter(file -> !PAPER.matcher(file + read(file)).find())
                .flatMap(file -> ELEMENT.matcher(read(file))
                        .results()
                        .map(MatchResult::group)
                        .filter(offends)
                        .map(element -> file + ": " + element))
                .toList();
    }

    private static Stream<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
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
