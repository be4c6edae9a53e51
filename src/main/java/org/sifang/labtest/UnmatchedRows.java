package org.sifang.labtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Columns;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.SealedRows;
import org.sifang.person.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue. Whoever a result is of stands in sealed bytes; a keyed hash beside them tells equal ones. */
@Repository
class UnmatchedRows implements SealedRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Vault vault;

    UnmatchedRows(JdbcTemplate template, JdbcClient jdbc, Vault vault) {
        this.template = template;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Form(
            @Nullable DocumentType type,
            @Nullable String number,
            @Nullable String sample) {

        @Override
        public String toString() {
            return "Form";
        }
    }

    /** Those that wait there already are left out; answers how many do not. */
    int insert(Collection<Unmatched> results) {
        return results.isEmpty()
                ? 0
                : Columns.of(results)
                        .uuid(Unmatched::id)
                        .text(Unmatched::laboratory)
                        .text(one -> one.why().name())
                        .text(one -> one.result().name())
                        .instant(one -> one.incoming().testedAt())
                        .bytes(one -> seal(one.id(), one.incoming()))
                        .number(one -> vault.key())
                        .bytes(one -> hash(one.incoming()))
                        .uuid(Unmatched::person)
                        .instant(Unmatched::receivedAt)
                        .text(Unmatched::receivedBy)
                        .text(one -> one.source().name())
                        .execute(template, """
                                insert into lab_unmatched (id, laboratory, state, why, result, tested_at, sealed, key_id,
                                       hash, person, received_at, received_by, source)
                                select id, laboratory, 'WAITING', why, result, tested_at, sealed, key_id, hash, person,
                                       received_at, received_by, source
                                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, laboratory, why, result,
                                     tested_at, sealed, key_id, hash, person, received_at, received_by, source)
                                on conflict do nothing""");
    }

    Optional<Unmatched> lock(UUID id) {
        return jdbc.sql("select * from lab_unmatched where id = :id and state = 'WAITING' for update")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Of people who were not known when they came in, the longest waiting first. */
    List<Unmatched> lockUnknown(int limit) {
        return jdbc.sql("""
                        select * from lab_unmatched where state = 'WAITING' and person is null
                         order by received_at limit :limit for update skip locked""").param("limit", limit).query(this::read).list();
    }

    List<Unmatched> lockOf(Collection<UUID> people) {
        return jdbc.sql("""
                        select * from lab_unmatched where state = 'WAITING' and person = any(:people::uuid[])
                         order by received_at for update skip locked""")
                .param("people", LabTestRows.array(people))
                .query(this::read)
                .list();
    }

    /** Of a tube that nobody knew when its result came in. */
    List<Unmatched> lockOf(String laboratory, String tube) {
        return jdbc.sql("""
                        select * from lab_unmatched
                         where state = 'WAITING' and laboratory = :laboratory and hash = :hash
                         order by received_at for update skip locked""")
                .param("laboratory", laboratory)
                .param("hash", vault.index("sample/" + tube))
                .query(this::read)
                .list();
    }

    List<Unmatched> waiting(Collection<String> laboratories, int offset, int limit) {
        return jdbc.sql("""
                        select * from lab_unmatched where state = 'WAITING' and laboratory = any(:laboratories)
                         order by (result = 'POSITIVE') desc, received_at, id limit :limit offset :offset""")
                .param("laboratories", laboratories.toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query(this::read)
                .list();
    }

    long count(Collection<String> laboratories) {
        return jdbc.sql(
                        "select count(*) from lab_unmatched where state = 'WAITING' and laboratory = any(:laboratories)")
                .param("laboratories", laboratories.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    void known(Map<UUID, UUID> people) {
        Columns.of(people.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .execute(template, """
                        update lab_unmatched u set person = new.person from unnest(?, ?) as new (id, person)
                         where u.id = new.id""");
    }

    /** @param reason why it was dropped; null when it was matched */
    void settle(UUID id, @Nullable UUID test, @Nullable String reason, String by, Instant now) {
        jdbc.sql("""
                        update lab_unmatched set state = :state, test = :test, reason = :reason, settled_by = :by,
                               settled_at = :now
                         where id = :id""")
                .param("state", reason == null ? "MATCHED" : "DROPPED")
                .param("test", test)
                .param("reason", reason)
                .param("by", by)
                .param("now", LabTestRows.timestamp(now))
                .param("id", id)
                .update();
    }

    private Unmatched read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Form form = open(id, row.getBytes("sealed"));
        Document document =
                form.type() == null || form.number() == null ? null : new Document(form.type(), form.number());
        return new Unmatched(
                id,
                row.getString("laboratory"),
                Unmatched.Why.valueOf(row.getString("why")),
                new IncomingResult(
                        document,
                        form.sample(),
                        TestResult.valueOf(row.getString("result")),
                        row.getTimestamp("tested_at").toInstant()),
                row.getObject("person", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                row.getString("received_by"),
                Source.valueOf(row.getString("source")));
    }

    private byte[] seal(UUID id, IncomingResult incoming) {
        Document document = incoming.document();
        Form form = new Form(
                document == null ? null : document.type(),
                document == null ? null : document.number(),
                incoming.sample());
        try {
            return vault.seal(JSON.writeValueAsBytes(form), context(id));
        } catch (IOException unwritable) {
            throw new IllegalStateException("A result cannot be written: " + id);
        }
    }

    private Form open(UUID id, byte[] sealed) {
        try {
            return JSON.readValue(vault.open(sealed, context(id)), Form.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("A result cannot be read: " + id);
        }
    }

    private byte[] hash(IncomingResult incoming) {
        Document document = incoming.document();
        return vault.index(
                document == null
                        ? "sample/" + incoming.sample()
                        : "result/" + document.type() + "/" + document.number());
    }

    private static String context(UUID id) {
        return "lab_unmatched/" + id;
    }

    @Override
    public int sealAnew(int limit) {
        Map<UUID, byte[]> old = new HashMap<>();
        template.query(
                """
                select id, sealed from lab_unmatched where key_id < ? or key_id > ? limit ? for update skip locked""",
                row -> {
                    old.put(row.getObject(1, UUID.class), row.getBytes(2));
                },
                vault.key(),
                vault.key(),
                limit);
        if (!old.isEmpty()) {
            Columns.of(old.entrySet())
                    .uuid(Map.Entry::getKey)
                    .bytes(one -> vault.seal(vault.open(one.getValue(), context(one.getKey())), context(one.getKey())))
                    .number(one -> vault.key())
                    .execute(template, """
                            update lab_unmatched u set sealed = new.sealed, key_id = new.key_id
                            from unnest(?, ?, ?) as new (id, sealed, key_id) where u.id = new.id""");
        }
        return old.size();
    }

    @Override
    public long sealedOtherwise() {
        Long count = template.queryForObject(
                "select count(*) from lab_unmatched where key_id < ? or key_id > ?",
                Long.class,
                vault.key(),
                vault.key());
        return count == null ? 0 : count;
    }
}
