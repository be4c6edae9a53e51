package org.sifang.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Organization;
import org.sifang.organization.Scope;
import org.sifang.organization.ScopeFilter;
import org.sifang.person.SealedRows;
import org.sifang.person.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of declarations; what was written is sealed and bound to its row. */
@Repository
class DeclarationRows implements SealedRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    DeclarationRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Keeps what came; the same code again, which is the same form sent twice, changes nothing. */
    void insert(UUID id, UUID notice, Organization county, byte[] codeHash, String content, Instant now) {
        jdbc.sql("""
                        insert into declaration (id, notice, organization, division, code_hash, state, received_at, sealed,
                               key_id)
                        values (:id, :notice, :organization, :division, :hash, 'RECEIVED', :now, :sealed, :key)
                        on conflict (code_hash) do nothing""")
                .param("id", id)
                .param("notice", notice)
                .param("organization", county.code())
                .param("division", county.division().value())
                .param("hash", codeHash)
                .param("now", Timestamp.from(now))
                .param("sealed", vault.sealText(content, context(id)))
                .param("key", vault.key())
                .update();
    }

    Optional<DeclarationState> state(byte[] codeHash) {
        return jdbc.sql("select state from declaration where code_hash = :hash")
                .param("hash", codeHash)
                .query(String.class)
                .optional()
                .map(DeclarationState::valueOf);
    }

    /** The oldest that nobody takes up, locked until the transaction ends. */
    Optional<Declaration> next() {
        return jdbc.sql("""
                        select * from declaration where state = 'RECEIVED' order by received_at, id
                         limit 1 for update skip locked""").query(DeclarationRows::read).optional();
    }

    Declared open(UUID id) {
        return opened(id).orElseThrow(() -> new IllegalStateException("The declaration has been forgotten"));
    }

    /** Empty when it has been forgotten. */
    Optional<Declared> opened(UUID id) {
        return jdbc.sql("select sealed from declaration where id = :id and sealed is not null")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .map(content -> Declared.read(vault.openText(content, context(id))));
    }

    /** @param found the case it went to; null when it is in conflict */
    void taken(UUID id, @Nullable PersonCase found, boolean merged, Collection<String> differs, Instant now) {
        jdbc.sql("""
                        update declaration set state = :state, taken_at = :now, person_case = :case, merged = :merged,
                               differs = :differs, organization = coalesce(:organization, organization),
                               division = coalesce(:division, division)
                         where id = :id""")
                .param("state", (found == null ? DeclarationState.CONFLICTING : DeclarationState.FORWARDED).name())
                .param("now", Timestamp.from(now))
                .param("case", found == null ? null : found.id())
                .param("merged", merged)
                .param("differs", differs.toArray(String[]::new))
                .param("organization", found == null ? null : found.organization())
                .param("division", found == null ? null : found.division().value())
                .param("id", id)
                .update();
    }

    /** @return false when it was not waiting for that */
    boolean contacted(UUID id, String by, Instant now) {
        return jdbc.sql("""
                        update declaration set state = 'CONTACTED', contacted_at = :now, contacted_by = :by
                         where id = :id and state in ('FORWARDED', 'CONFLICTING')""")
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Declaration> find(UUID id) {
        return jdbc.sql("select * from declaration where id = :id")
                .param("id", id)
                .query(DeclarationRows::read)
                .optional();
    }

    List<Declaration> of(UUID personCase) {
        return jdbc.sql("select * from declaration where person_case = :case order by id")
                .param("case", personCase)
                .query(DeclarationRows::read)
                .list();
    }

    long count(@Nullable UUID notice, @Nullable DeclarationState state, Scope scope) {
        Where where = where(notice, state, scope);
        return jdbc.sql("select count(*)" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** The latest first. */
    List<Declaration> page(
            @Nullable UUID notice, @Nullable DeclarationState state, Scope scope, int offset, int limit) {
        Where where = where(notice, state, scope);
        return jdbc.sql("select d.*" + where.sql() + " order by d.id desc limit :limit offset :offset")
                .params(where.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(DeclarationRows::read)
                .list();
    }

    /** Forgets what was written before this moment; the record that something was stays. */
    int forget(Instant before) {
        return jdbc.sql("""
                        update declaration set sealed = null, key_id = null
                         where sealed is not null and received_at < :before and state in ('FORWARDED', 'CONTACTED')""").param("before", Timestamp.from(before)).update();
    }

    @Override
    public int sealAnew(int limit) {
        List<UUID> old = jdbc.sql("""
                        select id from declaration where key_id is not null and key_id <> :key
                         limit :limit for update skip locked""")
                .param("key", vault.key())
                .param("limit", limit)
                .query(UUID.class)
                .list();
        for (UUID id : old) {
            jdbc.sql("update declaration set sealed = :sealed, key_id = :key where id = :id")
                    .param("sealed", vault.sealText(open(id).write(), context(id)))
                    .param("key", vault.key())
                    .param("id", id)
                    .update();
        }
        return old.size();
    }

    @Override
    public long sealedOtherwise() {
        return jdbc.sql("select count(*) from declaration where key_id is not null and key_id <> :key")
                .param("key", vault.key())
                .query(Long.class)
                .single();
    }

    private record Where(String sql, Map<String, Object> parameters) {}

    private static Where where(@Nullable UUID notice, @Nullable DeclarationState state, Scope scope) {
        ScopeFilter reach = ScopeFilter.of(scope, "d.organization", "d.division", "null::text");
        Map<String, Object> parameters = new HashMap<>(reach.parameters());
        StringBuilder sql = new StringBuilder(" from declaration d where ").append(reach.sql());
        if (notice != null) {
            sql.append(" and d.notice = :notice");
            parameters.put("notice", notice);
        }
        if (state != null) {
            sql.append(" and d.state = :state");
            parameters.put("state", state.name());
        }
        return new Where(sql.toString(), parameters);
    }

    private static String context(UUID id) {
        return "declaration/" + id;
    }

    private static Declaration read(ResultSet row, int number) throws SQLException {
        return new Declaration(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                DeclarationState.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                instant(row.getTimestamp("taken_at")),
                instant(row.getTimestamp("contacted_at")),
                row.getString("contacted_by"),
                row.getObject("person_case", UUID.class),
                row.getBoolean("merged"),
                Set.of((String[]) row.getArray("differs").getArray()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
