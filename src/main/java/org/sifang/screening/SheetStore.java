package org.sifang.screening;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.sifang.kernel.NotFoundException;
import org.sifang.person.SealedRows;
import org.sifang.person.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Uploaded sheets, sealed and in parts: they hold the data of people before anything of them is checked. */
@Repository
class SheetStore implements SealedRows {

    private static final int PART = 1 << 20;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    SheetStore(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void write(UUID id, byte[] content) {
        for (int part = 0; part * PART < content.length; part++) {
            byte[] piece = Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART));
            jdbc.update(
                    "insert into screening_file (import, part, sealed, key_id) values (?, ?, ?, ?)",
                    id,
                    part,
                    vault.seal(piece, context(id, part)),
                    vault.key());
        }
    }

    boolean keeps(UUID id) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from screening_file where import = ?)", Boolean.class, id));
    }

    /** @throws NotFoundException when the sheet is no longer kept */
    byte[] read(UUID id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.query(
                "select part, sealed from screening_file where import = ? order by part",
                row -> {
                    content.writeBytes(vault.open(row.getBytes("sealed"), context(id, row.getInt("part"))));
                },
                id);
        if (content.size() == 0) {
            throw new NotFoundException("sheet");
        }
        return content.toByteArray();
    }

    private record Part(UUID id, int part, byte[] sealed) {}

    @Override
    public int sealAnew(int limit) {
        List<Part> old = jdbc.query(
                """
                select import, part, sealed from screening_file where key_id < ? or key_id > ?
                limit ? for update skip locked
                """,
                (row, number) -> new Part(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)),
                vault.key(),
                vault.key(),
                Math.min(limit, 20));
        List<Part> anew = new ArrayList<>();
        for (Part part : old) {
            String context = context(part.id(), part.part());
            anew.add(new Part(part.id(), part.part(), vault.seal(vault.open(part.sealed(), context), context)));
        }
        if (!anew.isEmpty()) {
            Columns.of(anew)
                    .uuid(Part::id)
                    .number(part -> (long) part.part())
                    .bytes(Part::sealed)
                    .number(part -> vault.key())
                    .execute(jdbc, """
                            update screening_file f set sealed = new.sealed, key_id = new.key_id
                            from unnest(?, ?, ?, ?) as new (import, part, sealed, key_id)
                            where f.import = new.import and f.part = new.part
                            """);
        }
        return old.size();
    }

    @Override
    public long sealedOtherwise() {
        Long count = jdbc.queryForObject(
                "select count(*) from screening_file where key_id < ? or key_id > ?",
                Long.class,
                vault.key(),
                vault.key());
        return count == null ? 0 : count;
    }

    /**
     * Deletes the sheets of imports that ended before this moment; what came of them stays.
     *
     * @return how many parts
     */
    int forget(Instant before) {
        return jdbc.update("""
                delete from screening_file f using screening_import i
                where f.import = i.id and i.finished_at < ?
                """, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
    }

    private static String context(UUID id, int part) {
        return "screening_file/" + id + "/" + part;
    }
}
