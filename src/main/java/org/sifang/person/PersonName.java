package org.sifang.person;

import java.util.List;
import java.util.regex.Pattern;
import org.sifang.kernel.Fault;
import org.sifang.kernel.TypedText;

/**
 * A name as it will be printed: one kind of middle dot, no blanks between Chinese characters, characters of every plane
 * of GB 18030 and of its private use area. Prints masked.
 */
public record PersonName(String value) {

    /** In characters; the longest names on Chinese documents in Latin letters stay below it. */
    static final int LONGEST = 60;

    private static final Pattern DOTS = Pattern.compile("\\s*[·•・‧∙⋅･．。.]\\s*(?=\\p{IsHan})");
    private static final Pattern BLANK_IN_CHINESE = Pattern.compile("(?<=[\\p{IsHan}\\p{Co}]) (?=[\\p{IsHan}\\p{Co}])");
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{M}\\p{Co}〇][\\p{L}\\p{M}\\p{Co}〇·' .,’-]*");

    /** Everything wrong with what was typed; empty when {@link #of} will do. */
    public static List<Fault> faults(String path, String typed) {
        String name = normalise(typed);
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return List.of(Fault.at(path, "fault.person.name.long", LONGEST));
        }
        return ALLOWED.matcher(name).matches() ? List.of() : List.of(Fault.at(path, "fault.person.name.characters"));
    }

    public static PersonName of(String typed) {
        return new PersonName(normalise(typed));
    }

    private static String normalise(String typed) {
        String name = DOTS.matcher(TypedText.tidy(typed)).replaceAll("·");
        return BLANK_IN_CHINESE.matcher(name).replaceAll("");
    }

    @Override
    public String toString() {
        return Masks.name(value);
    }
}
