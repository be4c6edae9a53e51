package org.sifang.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Administrative division: 6 digits for province, city and county (GB/T 2260), 9 for a township and 12 for a community
 * (statistical division codes).
 */
public record DivisionCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

    @JsonCreator
    public DivisionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A division code has 6, 9 or 12 digits");
        }
    }

    /** The digits that every division below this one begins with: 15, 1505, 150502, 150502001, 150502001003. */
    public String prefix() {
        if (value.length() > 6) {
            return value;
        }
        if (value.endsWith("0000")) {
            return value.substring(0, 2);
        }
        return value.endsWith("00") ? value.substring(0, 4) : value;
    }

    public boolean covers(DivisionCode other) {
        return other.value.startsWith(prefix());
    }

    /** The county-level division this one lies in, or itself when it lies above the counties. */
    public DivisionCode county() {
        return value.length() > 6 ? new DivisionCode(value.substring(0, 6)) : this;
    }

    @Override
    public String toString() {
        return value;
    }
}
