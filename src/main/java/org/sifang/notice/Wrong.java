package org.sifang.notice;

import java.util.Arrays;
import java.util.Locale;
import org.sifang.kernel.Fault;

/** What can be wrong with a definition; each has its sentence, {@code fault.notice.*}, in both languages. */
enum Wrong {
    NOTHING(0),
    TOO_LARGE(1),
    ENCODING(0),
    YAML_SYNTAX(2),
    YAML_TAB(2),
    YAML_REFUSED(0),
    JSON_SYNTAX(2),
    JSON_REFUSED(0),
    TAG(1),
    KEY_NOT_TEXT(0),
    TWICE(1),
    MORE(1),
    UNKNOWN(2),
    UNKNOWN_NEAR(2),
    MISSING(1),
    NO_LADDERS(0),
    NOT_MAPPING(0),
    NOT_LIST(0),
    NOT_SCALAR(0),
    BLANK(0),
    TOO_LONG(1),
    UNPRINTABLE(0),
    CODE(1),
    NUMBER(1),
    RANGE(2),
    NOT_ONE_OF(2),
    DURATION(1),
    DURATION_NOT_POSITIVE(0),
    DURATION_TOO_LONG(1),
    INSTANT(1),
    INSTANT_OFFSET(1),
    DATE(1),
    TIME(1),
    YEAR(0),
    DUPLICATE(1),
    NO_SUCH_CLAUSE(1),
    NO_SUCH_MEASURE(1),
    NO_SUCH_LADDER(1),
    SUPERSEDES_ITSELF(0),
    RELEASE_NEEDS_TESTS(1),
    RUNG_ORDER(0),
    RUNG_TWICE(1),
    RUNG_TOO_EARLY(1),
    DAILY_NEEDS_TIME(0),
    DAILY_NOTHING_ELSE(0),
    STOCK_ONCE(0),
    NO_DEADLINE(0),
    SEVERAL_DEADLINES(0),
    ONLY_DAILY(0),
    DUE_BEFORE_ISSUE(0),
    OPENS_TOO_LATE(0),
    INNER_NOT_BEFORE(0),
    INNER_ORDER(0),
    INNER_BEFORE_OPENING(1),
    INSPECTION_NEEDS(1),
    ONLY_INSPECTION(0),
    REPORT_NEEDS_CATEGORIES(0),
    ADDRESSES_EVERYBODY(0),
    NO_SUCH_ISSUER(1),
    ISSUER_NO_COMMAND(1),
    NO_SUCH_NUMBER(1),
    NO_SUCH_ORGANIZATION(1),
    NO_ADDRESSEES(0),
    DUE_PASSED(0);

    private final int facts;

    /** @param facts how many facts the sentence tells */
    Wrong(int facts) {
        this.facts = facts;
    }

    int facts() {
        return facts;
    }

    /** YAML_SYNTAX is fault.notice.yamlSyntax. */
    String key() {
        StringBuilder key = new StringBuilder("fault.notice.");
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        key.append(words[0]);
        Arrays.stream(words)
                .skip(1)
                .forEach(word ->
                        key.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return key.toString();
    }

    Fault at(String path, Object... args) {
        if (args.length != facts) {
            throw new IllegalArgumentException(this + " tells " + facts + " facts, not " + args.length);
        }
        return Fault.at(path, key(), args);
    }
}
