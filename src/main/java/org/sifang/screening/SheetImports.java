package org.sifang.screening;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.person.People;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sheets of found people: taken at the door, read in the background, looked at while they are read. */
@Service
public class SheetImports {

    private final ImportRows imports;
    private final ImportSearch search;
    private final ImportAuthority authority;
    private final NoticeCategories notices;
    private final SheetArrival arrival;
    private final RejectedSheet rejected;
    private final People people;

    SheetImports(
            ImportRows imports,
            ImportSearch search,
            ImportAuthority authority,
            NoticeCategories notices,
            SheetArrival arrival,
            RejectedSheet rejected,
            People people) {
        this.imports = imports;
        this.search = search;
        this.authority = authority;
        this.notices = notices;
        this.arrival = arrival;
        this.rejected = rejected;
        this.people = people;
    }

    /**
     * Takes a sheet. What no reading could save is refused at once; the rows are judged in the background.
     *
     * @param notice id or number of a notice in force
     * @param organization code of the organisation its people are registered for
     * @param fileName as the sender named it; shown to those in scope, and nothing else
     * @return id of the import
     * @throws FaultsException with everything that is wrong with the file as a whole
     * @throws StateConflictException when the notice is not in force
     */
    public UUID accept(
            String notice, String organization, String fileName, InputStreamSource content, Actor actor, Instant now) {
        Organization holder = authority.require(organization, actor);
        NoticeToScreen asked = notices.require(notice, actor);
        asked.requireInForce();
        return arrival.take(new SheetArrival.Delivery(asked, holder, fileName, actor.username(), now), content);
    }

    /** The same for a sheet that is in memory already. */
    public UUID accept(String notice, String organization, String fileName, byte[] content, Actor actor, Instant now) {
        return accept(notice, organization, fileName, new ByteArrayResource(content), actor, now);
    }

    /** @throws NotFoundException when there is none in his scope */
    public SheetImport require(UUID id, Actor actor) {
        return imports.find(id)
                .filter(sheet -> actor.scope().covers(sheet.organization(), sheet.division(), sheet.sector()))
                .orElseThrow(() -> new NotFoundException("import"));
    }

    /** Those in his scope, the latest first. */
    public ItemPage<SheetImport> list(
            @Nullable UUID notice, @Nullable String organization, Actor actor, int page, int size) {
        return search.list(notice, organization, actor.scope(), page, size);
    }

    /**
     * The first rows with a remark, in their order.
     *
     * @param outcome CONFLICTING or REJECTED; null for both
     */
    public List<RowResult> remarks(UUID id, @Nullable Outcome outcome, int limit) {
        return imports.remarks(id, outcome, 0, limit);
    }

    /** Whether he may have the rejected rows of a sheet: who uploaded it, and whose people they are. */
    private boolean mayTakeRejected(SheetImport sheet, Actor actor) {
        return sheet.uploadedBy().equals(actor.username()) || people.mayReveal(sheet.organization(), actor);
    }

    /** Whether he may take the rejected rows and there are any to be taken; sheets are kept for a time only. */
    public boolean offersRejected(SheetImport sheet, Actor actor) {
        return mayTakeRejected(sheet, actor) && rejected.isThere(sheet);
    }

    /**
     * The rejected rows as an .xlsx, in the columns in which they came, with their number in the sheet and all reasons.
     * They are clear data: that they were taken goes into the journal.
     *
     * @throws AccessDeniedException when they are not for him
     * @throws NotFoundException when there is no such import in his scope, or its sheet is no longer kept
     * @throws StateConflictException while the sheet is still being read
     */
    @Transactional
    public byte[] takeRejected(UUID id, Actor actor, Locale locale, Instant now) {
        SheetImport sheet = require(id, actor);
        if (!mayTakeRejected(sheet, actor)) {
            throw new AccessDeniedException("Neither the sender of this sheet nor a holder of its people");
        }
        if (sheet.state() == ImportState.RUNNING) {
            throw new StateConflictException("import", sheet.state().name(), "DONE, FAILED");
        }
        return rejected.take(sheet, actor, locale, now);
    }

    /** The empty sheet for a notice, as .xlsx. */
    public byte[] template(String notice, Actor actor) {
        return TemplateSheet.of(notices.require(notice, actor));
    }

    /** Notices in force that look for people, the latest first. */
    public List<NoticeToScreen> notices(Actor actor) {
        return notices.inForce(actor);
    }

    /** What is known of a notice, whatever its state. */
    public Optional<NoticeToScreen> notice(UUID id) {
        return notices.find(id);
    }

    /**
     * One that the reader may see, by id or by number.
     *
     * @throws NotFoundException when there is none
     */
    public NoticeToScreen notice(String idOrNumber, Actor reader) {
        return notices.require(idOrNumber, reader);
    }

    /** Organisations the officer may import for, his own first. */
    public List<Organization> choices(Actor actor) {
        return authority.choices(actor);
    }
}
