package org.sifang.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.springframework.stereotype.Service;

/** Where a text becomes a definition that can be relied on: read, and held against the register and the notices there are. */
@Service
public class DefinitionDesk {

    private final DefinitionReader reader;
    private final RegisterLookup register;
    private final Addressing addressing;
    private final Notices notices;
    private final Clock clock;

    DefinitionDesk(
            DefinitionReader reader, RegisterLookup register, Addressing addressing, Notices notices, Clock clock) {
        this.reader = reader;
        this.register = register;
        this.addressing = addressing;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param contentType media type as sent, or null
     * @throws FaultsException with every fault, paths as in the text
     */
    public NoticeDefinition require(byte[] content, @Nullable String contentType) {
        return checked(reader.read(content, contentType));
    }

    /**
     * @param text JSON or YAML
     * @throws FaultsException with every fault, paths as in the text
     */
    public NoticeDefinition require(String text) {
        return checked(reader.read(text));
    }

    private NoticeDefinition checked(NoticeDefinition definition) {
        String issuer = definition.issuer();
        List<Fault> faults = new ArrayList<>(
                new DefinitionCheck(register, number -> notices.wasIssued(issuer, number)).faults(definition));
        String number = definition.number();
        if (number != null && notices.wasIssued(issuer, number)) {
            faults.add(Fault.at("number", "fault.notice.number.taken", number));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        return definition;
    }

    /** The commands he may write for, his own first; empty for somebody who is no author of notices. */
    public List<String> issuers(Actor author) {
        return Stream.concat(
                        Stream.of(author.organization()),
                        author.groups().stream().map(group -> group.substring(0, group.indexOf('/'))))
                .distinct()
                .filter(code -> register.mayIssue(code) && NoticeAuthority.mayPrepare(author, code))
                .toList();
    }

    /** What issuing it at this moment would set in motion. */
    public FanOutPreview preview(NoticeDefinition definition) {
        return FanOut.preview(definition, register, clock.instant(), clock.getZone());
    }

    /** The deadlines that have passed already; whoever issues it all the same sends duties that are overdue at once. */
    public List<Fault> passed(NoticeDefinition definition) {
        return DefinitionCheck.passed(definition, clock.instant());
    }

    /** Whom the rule means, by code. */
    public List<Organization> addressees(AddresseeRule rule, String issuer) {
        return addressing.addressees(rule, issuer);
    }
}
