package org.sifang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How code is written here: time, ids, logs, injection, size. */
@AnalyzeClasses(packages = "org.sifang", importOptions = ImportOption.DoNotIncludeTests.class)
class HabitTests {

    private static final int LONGEST_FILE = 300;

    private static final Set<String> PERSONAL =
            Set.of("name", "number", "idNumber", "phone", "address", "value", "text", "clear");

    @ArchTest
    static final ArchRule timeComesFromTheOneClock = noClasses()
            .should()
            .callMethodWhere(describe("it reads a clock of its own", HabitTests::readsOwnClock))
            .because("drills and tests steer the house's clock");

    @ArchTest
    static final ArchRule noDateIsMadeOfTheMachinesTime =
            noClasses().should().callConstructor(Date.class).because("drills and tests steer the house's clock");

    @ArchTest
    static final ArchRule theMachinesTimeIsForTheEnginesEdge = noClasses()
            .that()
            .resideOutsideOfPackages("org.sifang.engine", "org.sifang.database")
            .should()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule clocksAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("org.sifang", "org.sifang.engine", "org.sifang.drill")
            .should()
            .callMethodWhere(describe(
                    "it makes a system clock",
                    call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                            && call.getName().startsWith("system")));

    @ArchTest
    static final ArchRule idsAreOrderedByTime = noClasses()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .because("random ids cost a third more in index pages; Ids.next() gives ordered ones");

    /** Whoever logs a person, or puts one into an exception's words, prints a mask. */
    @ArchTest
    static final ArchRule whatHoldsPersonalDataPrintsMasked = classes()
            .that()
            .resideInAPackage("org.sifang.person")
            .and()
            .areRecords()
            .and()
            .haveSimpleNameNotEndingWith("Masked")
            .and(describe("hold text of a person", HabitTests::holdsPersonalText))
            .should(ArchCondition.from(describe("declare toString", HabitTests::declaresToString)));

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule noOtherLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @Test
    void aFileFitsInOnesHead() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .map(file -> file + ": " + lines(file))
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static boolean readsOwnClock(JavaCall<?> call) {
        return call.getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    /** A record that leaves toString to the compiler names that method's type in its class file. */
    private static boolean declaresToString(JavaClass type) {
        String file = type.getName().replace('.', '/');
        try (InputStream stream = HabitTests.class.getClassLoader().getResourceAsStream(file + ".class")) {
            assertThat(stream).isNotNull();
            String content = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            return !content.contains("(L" + file + ";)Ljava/lang/String;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsPersonalText(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(
                        field -> field.getRawType().isEquivalentTo(String.class) && PERSONAL.contains(field.getName()));
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
