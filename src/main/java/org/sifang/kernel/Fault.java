package org.sifang.kernel;

import java.util.List;

/**
 * One thing that is wrong with what somebody gave us.
 *
 * @param path where: a field, or a path such as {@code obligations[1].due}
 * @param code message key ({@code fault.…}) whose text says what is wrong and what to do, in both languages
 * @param args what the text needs; never personal data
 */
public record Fault(String path, String code, List<Object> args) {

    public Fault {
        args = List.copyOf(args);
    }

    public static Fault at(String path, String code, Object... args) {
        return new Fault(path, code, List.of(args));
    }
}
