package org.sifang.notice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The notices and their reviews, as stored. */
@Service
public class Notices {

    private static final String SELECT = "select n.* from notice n";

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<NoticeView> find(UUID id) {
        return jdbc.sql(SELECT + " where n.id = :id")
                .param("id", id)
                .query(NoticeRows::read)
                .optional();
    }

    /** @throws NotFoundException when there is none */
    public NoticeView require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("notice"));
    }

    /** The one in force that this issuer gave this number. */
    Optional<NoticeView> inForce(String issuer, String number) {
        return jdbc.sql(SELECT + " where n.issuer = :issuer and n.number = :number and n.state = 'ISSUED'")
                .param("issuer", issuer)
                .param("number", number)
                .query(NoticeRows::read)
                .optional();
    }

    /**
     * By id or by number, one that the reader may see: one issued by or above or below his place, a draft only in its
     * issuer's house or as a reviewer. Of several with the same number the one in force, else the latest draft.
     */
    public Optional<NoticeView> find(String idOrNumber, Actor reader) {
        try {
            return find("n.id = :key", UUID.fromString(idOrNumber), reader);
        } catch (IllegalArgumentException number) {
            return find("n.number = :key", idOrNumber, reader);
        }
    }

    private Optional<NoticeView> find(String condition, Object key, Actor reader) {
        Map<String, Object> parameters = new HashMap<>();
        String visible = visible(reader, parameters);
        return jdbc.sql(SELECT + " where " + condition + " and " + visible
                        + " order by (n.state = 'ISSUED') desc, n.drafted_at desc limit 1")
                .params(parameters)
                .param("key", key)
                .query(NoticeRows::read)
                .optional();
    }

    /** @throws NotFoundException when there is none he may see */
    public NoticeView require(String idOrNumber, Actor reader) {
        return find(idOrNumber, reader).orElseThrow(() -> new NotFoundException("notice"));
    }

    /** @throws NotFoundException when there is none he may see */
    public NoticeView require(UUID id, Actor reader) {
        return find("n.id = :key", id, reader).orElseThrow(() -> new NotFoundException("notice"));
    }

    /** Those he may see, the latest first. */
    public ItemPage<NoticeView> list(
            Actor reader, @Nullable NoticeState state, @Nullable String text, int page, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = " where " + visible(reader, parameters);
        if (state != null) {
            condition += " and n.state = :state";
            parameters.put("state", state.name());
        }
        if (text != null && !text.isBlank()) {
            condition += " and concat_ws(' ', n.number, n.title) ilike :text";
            parameters.put("text", "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        long total = jdbc.sql("select count(*) from notice n" + condition)
                .params(parameters)
                .query(Long.class)
                .single();
        List<NoticeView> items = jdbc.sql(
                        SELECT + condition + " order by n.drafted_at desc, n.id limit :limit offset :offset")
                .params(parameters)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(NoticeRows::read)
                .list();
        return new ItemPage<>(items, total, page, size);
    }

    public List<Review> reviews(UUID notice, int version) {
        return jdbc.sql("select * from notice_review where notice = :notice and version = :version order by decided_at")
                .param("notice", notice)
                .param("version", version)
                .query((row, number) -> new Review(
                        ReviewKind.valueOf(row.getString("kind")),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reviewer"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("remark")))
                .list();
    }

    /**
     * A draft is the business of its issuer and of the departments that review it; an issued notice is read by everybody
     * in the issuer's area.
     */
    private static String visible(Actor reader, Map<String, Object> parameters) {
        parameters.put("readerOrganization", reader.organization());
        parameters.put(
                "readerPlaces",
                reader.scope().reaches().stream()
                        .map(reach -> reach.divisionPrefix() == null ? "-" : reach.divisionPrefix() + "%")
                        .toArray(String[]::new));
        parameters.put(
                "readerGroups",
                reader.groups().stream()
                        .map(group -> group.substring(0, group.indexOf('/')))
                        .toArray(String[]::new));
        return """
                (n.issuer = :readerOrganization or n.issuer = any(:readerGroups)
                 or exists (select 1 from work_item w where w.subject = n.id and w.organization = any(:readerGroups))
                 or n.state in ('ISSUED', 'SUPERSEDED', 'LIFTED') and (
                      n.division like any(:readerPlaces)
                      or exists (select 1 from organization o where o.code = any(:readerGroups)
                                  and o.division like regexp_replace(n.division, '(00)+$', '') || '%')))""";
    }

    void insert(NoticeView notice) {
        jdbc.sql("""
                        insert into notice (id, number, title, issuer, division, state, definition, version, drafted_by,
                            drafted_at)
                        values (:id, :number, :title, :issuer, :division, :state, :definition, 1, :by, :at)""")
                .param("id", notice.id())
                .param("number", notice.number())
                .param("title", notice.title())
                .param("issuer", notice.issuer())
                .param("division", notice.division().value())
                .param("state", notice.state().name())
                .param("definition", DefinitionCodec.write(notice.definition()))
                .param("by", notice.draftedBy())
                .param("at", Timestamp.from(notice.draftedAt()))
                .update();
    }

    /** Holds the row until the transaction's end. */
    NoticeView lock(UUID id) {
        return jdbc.sql(SELECT + " where n.id = :id for update")
                .param("id", id)
                .query(NoticeRows::read)
                .optional()
                .orElseThrow(() -> new NotFoundException("notice"));
    }

    /** Keeps it from ending until the transaction's end. */
    public NoticeView hold(UUID id) {
        return jdbc.sql(SELECT + " where n.id = :id for share")
                .param("id", id)
                .query(NoticeRows::read)
                .single();
    }

    /** A new wording of a draft; reviews of the former one no longer count. */
    void edit(UUID id, NoticeDefinition definition) {
        jdbc.sql("""
                        update notice set definition = :definition, number = :number, title = :title, issuer = :issuer,
                               version = version + 1
                         where id = :id""")
                .param("definition", DefinitionCodec.write(definition))
                .param("number", definition.number())
                .param("title", definition.title())
                .param("issuer", definition.issuer())
                .param("id", id)
                .update();
    }

    void state(UUID id, NoticeState from, NoticeState to) {
        int changed = jdbc.sql("update notice set state = :to where id = :id and state = :from")
                .param("to", to.name())
                .param("from", from.name())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new StateConflictException("notice", require(id).state().name(), from.name());
        }
    }

    void review(UUID id, int version, Review review) {
        jdbc.sql("""
                        insert into notice_review (notice, version, kind, verdict, reviewer, decided_at, remark)
                        values (:notice, :version, :kind, :verdict, :reviewer, :at, :remark)
                        on conflict (notice, version, kind) do update set verdict = excluded.verdict,
                            reviewer = excluded.reviewer, decided_at = excluded.decided_at, remark = excluded.remark""")
                .param("notice", id)
                .param("version", version)
                .param("kind", review.kind().name())
                .param("verdict", review.verdict().name())
                .param("reviewer", review.reviewer())
                .param("at", Timestamp.from(review.at()))
                .param("remark", review.remark())
                .update();
    }

    void issued(UUID id, NoticeDefinition definition, String by, Instant at) {
        jdbc.sql("""
                        update notice set state = 'ISSUED', definition = :definition, number = :number, issued_by = :by,
                               issued_at = :at
                         where id = :id""")
                .param("definition", DefinitionCodec.write(definition))
                .param("number", definition.number())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void ended(UUID id, NoticeState state, String by, Instant at, String reason, @Nullable UUID supersededBy) {
        jdbc.sql("""
                        update notice set state = :state, ended_by = :by, ended_at = :at, end_reason = :reason,
                               superseded_by = :successor
                         where id = :id""")
                .param("state", state.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("successor", supersededBy)
                .param("id", id)
                .update();
    }

    /** Whether this issuer has given this number to a notice, also to one that is no longer in force. */
    boolean wasIssued(String issuer, String number) {
        return numberTaken(issuer, number, new UUID(0, 0));
    }

    /** Whether this issuer has used this number, be it in a draft. */
    boolean known(String issuer, String number) {
        return jdbc.sql("select exists (select 1 from notice where issuer = :issuer and number = :number)")
                .param("issuer", issuer)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    boolean numberTaken(String issuer, String number, UUID except) {
        return jdbc.sql("""
                        select exists (select 1 from notice where issuer = :issuer and number = :number and id <> :id
                            and state in ('ISSUED', 'SUPERSEDED', 'LIFTED'))""")
                .param("issuer", issuer)
                .param("number", number)
                .param("id", except)
                .query(Boolean.class)
                .single();
    }

    /** How many notices this issuer has issued, for a running number. */
    int issuedBy(String issuer) {
        return jdbc.sql("select count(*) from notice where issuer = :issuer and issued_at is not null")
                .param("issuer", issuer)
                .query(Integer.class)
                .single();
    }
}
