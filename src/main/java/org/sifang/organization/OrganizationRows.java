package org.sifang.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Table.Faults;
import org.sifang.organization.Table.Line;

/** Reads organisations out of the lines of a file. */
final class OrganizationRows {

    static final Pattern CODE = Pattern.compile("[0-9A-Za-z_-]{2,40}");
    private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
    private static final int LONGEST_NAME = 120;

    private final Faults faults;
    private final Map<String, String> seen = new HashMap<>();

    private OrganizationRows(Faults faults) {
        this.faults = faults;
    }

    /** An organisation and where in the file it stands. */
    record Row(Line line, Organization organization) {}

    /** The rows without a fault; what is wrong with the others is noted. */
    static List<Row> read(Table table, Faults faults) {
        OrganizationRows reader = new OrganizationRows(faults);
        List<Row> rows = new ArrayList<>();
        for (Line line : table.lines()) {
            Organization organization = reader.read(line);
            if (organization != null) {
                rows.add(new Row(line, organization));
            }
        }
        return rows;
    }

    private @Nullable Organization read(Line line) {
        String code = code(line);
        String name = faults.required(line, "name");
        if (name != null && name.length() > LONGEST_NAME) {
            faults.add(line.fault("name", "fault.import.too-long", LONGEST_NAME));
        }
        OrganizationKind kind = word(line, "kind", Words::kind, Words.kinds(), true);
        OrganizationLevel level = word(line, "level", Words::level, Words.levels(), true);
        DivisionCode division = division(line);
        String sector = word(line, "sector", Words::sector, "HEALTH, EDUCATION, …", false);
        String unitKind = word(line, "unitKind", Words::unitKind, "SCHOOL, FACTORY, MARKET, …", false);
        Integer grade = word(line, "grade", Words::grade, "1, 2, 3", false);
        if (grade != null && kind != null && kind != OrganizationKind.MEDICAL) {
            faults.add(line.fault("grade", "fault.organization.grade-without-hospital"));
        }
        if (kind == OrganizationKind.DEPARTMENT && line.get("sector") == null) {
            faults.add(line.fault("sector", "fault.organization.department-without-sector"));
        }
        String parent = line.get("parent");
        if (parent != null && parent.equals(code)) {
            faults.add(line.fault("parent", "fault.organization.own-parent"));
        }
        if (code == null || name == null || kind == null || level == null || division == null) {
            return null;
        }
        return new Organization(code, name, kind, level, division, parent, sector, grade, unitKind);
    }

    private @Nullable String code(Line line) {
        String code = faults.required(line, "code");
        if (code == null) {
            return null;
        }
        if (!CODE.matcher(code).matches()) {
            faults.add(line.fault("code", "fault.organization.code-form"));
            return null;
        }
        String earlier = seen.putIfAbsent(code, line.path());
        if (earlier != null) {
            faults.add(line.fault("code", "fault.import.twice", code, earlier));
        }
        return code;
    }

    private @Nullable DivisionCode division(Line line) {
        String text = faults.required(line, "division");
        if (text == null) {
            return null;
        }
        if (!DIVISION.matcher(text).matches()) {
            faults.add(line.fault("division", "fault.organization.division-form"));
            return null;
        }
        return new DivisionCode(text);
    }

    private <T> @Nullable T word(
            Line line, String column, Function<String, Optional<T>> words, String known, boolean required) {
        String text = required ? faults.required(line, column) : line.get(column);
        if (text == null) {
            return null;
        }
        Optional<T> word = words.apply(text);
        if (word.isEmpty()) {
            faults.add(line.fault(column, "fault.import.unknown-word", text, known));
        }
        return word.orElse(null);
    }
}
