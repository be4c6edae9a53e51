package org.sifang.organization;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sifang.organization.Table.Faults;
import org.sifang.organization.Table.Line;

/** Reads officers out of the lines of a file. */
final class OfficerRows {

    private OfficerRows() {}

    /** An officer, where in the file he stands, and what he answers for. */
    record Row(Line line, OfficerDraft draft, boolean responsible, boolean deputy) {}

    /** The rows that name an officer; what is wrong is noted. */
    static List<Row> read(Table table, Faults faults) {
        List<Row> rows = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (Line line : table.lines()) {
            String username = faults.required(line, "username");
            String name = faults.required(line, "name");
            String organization = faults.required(line, "organisation");
            Set<Role> roles = roles(line, faults);
            boolean responsible = flag(line, "responsible", faults);
            boolean deputy = flag(line, "deputy", faults);
            if (username == null) {
                continue;
            }
            String normal = username.toLowerCase(Locale.ROOT);
            String earlier = seen.putIfAbsent(normal, line.path());
            if (earlier != null) {
                faults.add(line.fault("username", "fault.import.twice", normal, earlier));
            } else if (name != null && organization != null && !roles.isEmpty()) {
                OfficerDraft draft = new OfficerDraft(normal, name, organization, roles, line.get("email"));
                rows.add(new Row(line, draft, responsible, deputy));
            }
        }
        return rows;
    }

    private static Set<Role> roles(Line line, Faults faults) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String text = faults.required(line, "roles");
        if (text == null) {
            return roles;
        }
        for (String word : Words.list(text)) {
            Optional<Role> role = Words.role(word);
            role.ifPresent(roles::add);
            if (role.isEmpty()) {
                faults.add(line.fault("roles", "fault.import.unknown-word", word, Words.roles()));
            }
        }
        return roles;
    }

    private static boolean flag(Line line, String column, Faults faults) {
        String text = line.get(column);
        if (text == null) {
            return false;
        }
        Optional<Boolean> flag = Words.yesOrNo(text);
        if (flag.isEmpty()) {
            faults.add(line.fault(column, "fault.import.yes-or-no", text));
        }
        return flag.orElse(false);
    }
}
