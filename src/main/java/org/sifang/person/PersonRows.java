package org.sifang.person;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The tables of people; every statement takes some thousand rows. */
@Repository
class PersonRows {

    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getObject("id", UUID.class), ByteBuffer.wrap(row.getBytes("document_index")), row.getBytes("sealed"));

    private final JdbcTemplate jdbc;

    PersonRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param index keyed hash of the document, wrapped so that it can be compared */
    record Row(UUID id, ByteBuffer index, byte[] sealed) {}

    /** The rows of these documents, locked until the end of the transaction, by their hash. */
    Map<ByteBuffer, Row> lock(Collection<ByteBuffer> indexes) {
        return byIndex(Columns.of(indexes).bytes(ByteBuffer::array).query(jdbc, """
                        select p.id, p.document_index, p.sealed
                        from person p join unnest(?) wanted (document_index) using (document_index)
                        order by p.document_index
                        for update of p
                        """, ROW));
    }

    /** The row of one person, locked until the end of the transaction. */
    Optional<Row> lock(UUID id) {
        return jdbc.query("select id, document_index, sealed from person where id = ? for update", ROW, id).stream()
                .findFirst();
    }

    /** Ids of these documents, by their hash. */
    Map<ByteBuffer, UUID> find(Collection<ByteBuffer> indexes) {
        Map<ByteBuffer, UUID> found = new HashMap<>();
        Columns.of(indexes)
                .bytes(ByteBuffer::array)
                .query(
                        jdbc,
                        """
                        select p.id, p.document_index
                        from person p join unnest(?) wanted (document_index) using (document_index)
                        """,
                        (row, number) -> found.put(
                                ByteBuffer.wrap(row.getBytes("document_index")), row.getObject("id", UUID.class)));
        return found;
    }

    /** Adds people; answers the hashes of those it added. Somebody else may have added the same a moment before. */
    List<ByteBuffer> insert(Collection<Row> people, long key, Instant now) {
        return Columns.of(people)
                .uuid(Row::id)
                .bytes(row -> row.index().array())
                .bytes(Row::sealed)
                .number(row -> key)
                .instant(row -> now)
                .query(jdbc, """
                        insert into person (id, document_index, sealed, key_id, created_at, changed_at)
                        select id, document_index, sealed, key_id, at, at
                        from unnest(?, ?, ?, ?, ?) as new (id, document_index, sealed, key_id, at)
                        order by document_index
                        on conflict (document_index) do nothing
                        returning document_index
                        """, (row, number) -> ByteBuffer.wrap(row.getBytes(1)));
    }

    void update(Collection<Row> people, long key, Instant now) {
        Columns.of(people)
                .uuid(Row::id)
                .bytes(Row::sealed)
                .number(row -> key)
                .instant(row -> now)
                .execute(jdbc, """
                        update person p set sealed = new.sealed, key_id = new.key_id, changed_at = new.at
                        from unnest(?, ?, ?, ?) as new (id, sealed, key_id, at) where p.id = new.id
                        """);
    }

    /** The same people under another key; nothing about them has changed. */
    void reseal(Collection<Row> people, long key) {
        Columns.of(people).uuid(Row::id).bytes(Row::sealed).number(row -> key).execute(jdbc, """
                        update person p set sealed = new.sealed, key_id = new.key_id
                        from unnest(?, ?, ?) as new (id, sealed, key_id) where p.id = new.id
                        """);
    }

    void hold(Collection<UUID> people, String organization, Instant since) {
        hold(people.stream().distinct().collect(Collectors.toMap(person -> person, person -> organization)), since);
    }

    /** @param holders code of the organisation, by person */
    void hold(Map<UUID, String> holders, Instant since) {
        Columns.of(holders.entrySet())
                .uuid(Map.Entry::getKey)
                .text(Map.Entry::getValue)
                .instant(holder -> since)
                .execute(jdbc, "insert into person_holder select * from unnest(?, ?, ?) on conflict do nothing");
    }

    List<Row> read(Collection<UUID> ids) {
        return Columns.of(ids).uuid(id -> id).query(jdbc, """
                        select p.id, p.document_index, p.sealed
                        from unnest(?) with ordinality wanted (id, place) join person p using (id)
                        order by place
                        """, ROW);
    }

    /** The organisations that hold them. */
    Map<UUID, List<String>> holders(Collection<UUID> ids) {
        Map<UUID, List<String>> holders = new HashMap<>();
        Columns.of(ids)
                .uuid(id -> id)
                .query(
                        jdbc,
                        """
                        select h.person, array_agg(h.organization) as organizations
                        from person_holder h join unnest(?) wanted (person) using (person)
                        group by h.person
                        """,
                        (row, number) -> holders.put(row.getObject("person", UUID.class), List.of((String[])
                                row.getArray("organizations").getArray())));
        return holders;
    }

    /** Some people sealed with another key than this one, locked; those that others lock are left to them. */
    List<Row> sealedOtherwise(long key, int limit) {
        return jdbc.query("""
                select id, document_index, sealed from person where key_id <> ? order by id limit ? for update skip locked
                """, ROW, key, limit);
    }

    long countSealedOtherwise(long key) {
        Long count =
                jdbc.queryForObject("select count(*) from person where key_id < ? or key_id > ?", Long.class, key, key);
        return count == null ? 0 : count;
    }

    private static Map<ByteBuffer, Row> byIndex(List<Row> rows) {
        Map<ByteBuffer, Row> byIndex = new HashMap<>();
        rows.forEach(row -> byIndex.put(row.index(), row));
        return byIndex;
    }
}
