package org.sifang.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Addressees;
import org.sifang.organization.Officers;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Responsibility;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** Whom an obligation addresses, and who answers there. */
@Component
class Addressing {

    private final Organizations organizations;
    private final Officers officers;

    Addressing(Organizations organizations, Officers officers) {
        this.organizations = organizations;
        this.officers = officers;
    }

    /** The organisations meant, in the issuer's area, by code; the issuer itself is never among them. */
    List<Organization> addressees(AddresseeRule rule, String issuer) {
        return organizations.select(filter(rule, issuer)).stream()
                .filter(one -> !one.code().equals(issuer))
                .toList();
    }

    /**
     * The next of them.
     *
     * @param after code behind which to begin; null for the beginning
     */
    List<Organization> addresseesAfter(AddresseeRule rule, String issuer, @Nullable String after, int most) {
        return organizations.selectAfter(filter(rule, issuer), after, most + 1).stream()
                .filter(one -> !one.code().equals(issuer))
                .limit(most)
                .toList();
    }

    private Addressees filter(AddresseeRule rule, String issuer) {
        return new Addressees(
                rule.kinds(),
                rule.levels(),
                rule.codes(),
                rule.sectors(),
                rule.unitKinds(),
                rule.minimumGrade(),
                organizations.require(issuer).division());
    }

    /**
     * Who answers for each: the responsible person and the deputy on file, else a leader, else any officer. No duty is
     * without a name as long as somebody works there.
     */
    Map<String, Responsibility> responsible(Collection<String> codes) {
        Map<String, Responsibility> onFile = new HashMap<>(officers.responsible(codes));
        List<String> nobody = new ArrayList<>(codes.stream()
                .filter(code -> onFile.getOrDefault(code, Responsibility.NOBODY).responsible() == null)
                .toList());
        for (Role role : List.of(Role.LEADER, Role.OFFICER, Role.COMMUNITY)) {
            officers.usernames(nobody, role).forEach((code, names) -> {
                if (!names.isEmpty()) {
                    onFile.put(code, new Responsibility(names.get(0), null));
                    nobody.remove(code);
                }
            });
        }
        return onFile;
    }
}
