package org.sifang.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Holds a sound definition against the world: who is there to be addressed, and which notices there are. */
public final class DefinitionCheck {

    private final AddresseeLookup register;
    private final Predicate<String> issued;

    /** @param issued whether a notice of this number was issued */
    public DefinitionCheck(AddresseeLookup register, Predicate<String> issued) {
        this.register = register;
        this.issued = issued;
    }

    /** @throws FaultsException with every fault, paths as in the definition's text */
    public void require(NoticeDefinition definition) {
        List<Fault> faults = faults(definition);
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    public List<Fault> faults(NoticeDefinition definition) {
        List<Fault> faults = new ArrayList<>();
        boolean issuerKnown = register.exists(definition.issuer());
        if (!issuerKnown) {
            faults.add(Wrong.NO_SUCH_ISSUER.at("issuer", definition.issuer()));
        } else if (!register.mayIssue(definition.issuer())) {
            faults.add(Wrong.ISSUER_NO_COMMAND.at("issuer", definition.issuer()));
        }
        if (definition.supersedes() != null && !issued.test(definition.supersedes())) {
            faults.add(Wrong.NO_SUCH_NUMBER.at("supersedes", definition.supersedes()));
        }
        for (int i = 0; i < definition.obligations().size(); i++) {
            Obligation obligation = definition.obligations().get(i);
            String path = "obligations[" + i + "]";
            boolean codesKnown = codes(obligation.addressees(), path + ".addressees", faults);
            codes(obligation.targets(), path + ".targets", faults);
            if (issuerKnown && codesKnown && register.count(obligation.addressees(), definition.issuer()) == 0) {
                faults.add(Wrong.NO_ADDRESSEES.at(path + ".addressees"));
            }
        }
        return faults;
    }

    /** The deadlines that lie behind the moment of issue; whoever issues all the same sends duties that are overdue at once. */
    public static List<Fault> passed(NoticeDefinition definition, Instant now) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < definition.obligations().size(); i++) {
            Instant due = definition.obligations().get(i).due();
            if (due != null && !due.isAfter(now)) {
                faults.add(Wrong.DUE_PASSED.at("obligations[" + i + "].due"));
            }
        }
        return faults;
    }

    private boolean codes(@Nullable AddresseeRule rule, String path, List<Fault> faults) {
        boolean known = true;
        int i = 0;
        for (String code : rule == null ? List.<String>of() : rule.codes()) {
            if (!register.exists(code)) {
                faults.add(Wrong.NO_SUCH_ORGANIZATION.at(path + ".codes[" + i + "]", code));
                known = false;
            }
            i++;
        }
        return known;
    }
}
