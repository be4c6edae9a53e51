package org.sifang.inspection;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.TypedText;

/** A free text is no place for a person's number: mobile phones have eleven digits, documents fifteen or eighteen. */
final class PersonalNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(1[0-9]{10}|[0-9]{15}|[0-9]{17}[0-9Xx])(?![0-9])");

    private PersonalNumbers() {}

    static void refuse(String path, @Nullable String text, List<Fault> faults) {
        if (text != null
                && NUMBER.matcher(TypedText.compact(text).replace("-", "")).find()) {
            faults.add(Fault.at(path, "fault.inspection.personal"));
        }
    }
}
