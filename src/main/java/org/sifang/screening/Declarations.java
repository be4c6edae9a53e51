package org.sifang.screening;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Addressees;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who come by themselves. What they send is judged by its form alone, sealed and kept; only later, where nobody
 * waits for an answer, is it compared with what is known. So the answer, and the time it takes, are the same for those
 * who are known and those who are not.
 */
@Service
public class Declarations {

    private static final int LONGEST_WHERE = 200;
    private static final int LONGEST_FIELD = 400;

    private final Notices notices;
    private final Organizations organizations;
    private final DeclarationRows rows;
    private final ZoneId zone;
    private final DeclarationThrottle declaring;
    private final DeclarationThrottle asking;

    Declarations(
            Notices notices,
            Organizations organizations,
            DeclarationRows rows,
            Clock clock,
            @Value("${sifang.declaration.per-address:20}") int perAddress,
            @Value("${sifang.declaration.together:3000}") int together) {
        this.notices = notices;
        this.organizations = organizations;
        this.rows = rows;
        this.zone = clock.getZone();
        this.declaring = new DeclarationThrottle(Ticker.systemTicker(), perAddress, together);
        this.asking = new DeclarationThrottle(Ticker.systemTicker(), 2 * perAddress, 2 * together);
    }

    /** The form of a notice in force. */
    public record OpenForm(NoticeToScreen notice, List<Organization> counties) {}

    /** Empty for a notice that is not in force or looks for nobody; a stranger learns no more of it. */
    public Optional<OpenForm> form(UUID notice) {
        return notices.find(notice)
                .filter(NoticeView::inForce)
                .filter(one -> !one.definition().categories().isEmpty())
                .map(one -> new OpenForm(IssuedNotices.toScreen(one), counties(one)));
    }

    /** The commands of the counties in the issuer's area; the issuer's own where it has none below it. */
    private List<Organization> counties(NoticeView notice) {
        List<Organization> below = organizations.select(new Addressees(
                Set.of(OrganizationKind.COMMAND),
                Set.of(OrganizationLevel.COUNTY),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                notice.division()));
        return below.isEmpty() ? List.of(organizations.require(notice.issuer())) : below;
    }

    /** How long somebody at this address has to wait before he may declare; empty when he may now. Counts the attempt. */
    public Optional<Duration> waitToDeclare(String address) {
        return declaring.wait(address);
    }

    /** The same for asking after a state. */
    public Optional<Duration> waitToAsk(String address) {
        return asking.wait(address);
    }

    /**
     * Takes a declaration.
     *
     * @param county code of one of the form's counties
     * @param secret of the page it was written on
     * @throws FaultsException with every fault of its form, and nothing that depends on what is known
     */
    @Transactional
    public DeclarationCode declare(OpenForm form, Declared declared, String county, String secret, Instant now) {
        List<Fault> faults = new ArrayList<>(
                declared.person().check(form.notice(), today(now)).faults());
        Optional<Organization> chosen = form.counties().stream()
                .filter(one -> one.code().equals(county))
                .findFirst();
        if (chosen.isEmpty()) {
            faults.add(Fault.at("county", "fault.declaration.county"));
        }
        faults.addAll(journey(declared, now));
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        String content = declared.write();
        DeclarationCode code = DeclarationCode.of(secret, content);
        rows.insert(Ids.next(), form.notice().id(), chosen.orElseThrow(), code.hash(), content, now);
        return code;
    }

    private List<Fault> journey(Declared declared, Instant now) {
        List<Fault> faults = new ArrayList<>();
        try {
            if (LocalDate.parse(declared.since()).isAfter(today(now))) {
                faults.add(Fault.at("since", "fault.declaration.since.future"));
            }
        } catch (DateTimeParseException noDay) {
            faults.add(Fault.at("since", "fault.declaration.since"));
        }
        if (declared.where().isBlank()) {
            faults.add(Fault.at("where", "fault.declaration.where"));
        } else if (declared.where().length() > LONGEST_WHERE) {
            faults.add(Fault.at("where", "fault.declaration.where.long", LONGEST_WHERE));
        }
        return faults;
    }

    /** Whether a field is longer than any honest answer; such forms are not looked at. */
    public static boolean isAbsurd(Declared declared) {
        return declared.write().length() > 8 * LONGEST_FIELD;
    }

    /** Where the declaration of this code stands, as far as the declarer may know; empty for a code that nobody has. */
    public Optional<DeclarationState> state(String typedCode) {
        return DeclarationCode.read(typedCode)
                .flatMap(code -> rows.state(code.hash()))
                .map(DeclarationState::told);
    }

    /** Those in his scope, the latest first. */
    public ItemPage<Declaration> list(
            @Nullable UUID notice, @Nullable DeclarationState state, Actor reader, int page, int size) {
        return new ItemPage<>(
                rows.page(notice, state, reader.scope(), page * size, size),
                rows.count(notice, state, reader.scope()),
                page,
                size);
    }

    public long count(@Nullable UUID notice, @Nullable DeclarationState state, Actor reader) {
        return rows.count(notice, state, reader.scope());
    }

    /** Somebody has spoken with the declarer. */
    @Transactional
    public void contacted(UUID id, Actor by, Instant now) {
        Declaration declaration = rows.find(id)
                .filter(one -> by.scope().covers(one.organization(), one.division(), null))
                .orElseThrow(() -> new NotFoundException("declaration"));
        by.require(Role.OFFICER, Role.LEADER, Role.COMMUNITY);
        if (!rows.contacted(id, by.username(), now)) {
            throw new StateConflictException("declaration", declaration.state().name(), "FORWARDED,CONFLICTING");
        }
    }

    private LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
