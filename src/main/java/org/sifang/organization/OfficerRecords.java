package org.sifang.organization;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes officers, who is responsible, and substitutions. Whoever calls it checks first and holds the transaction. */
@Repository
class OfficerRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Actors actors;

    OfficerRecords(JdbcClient jdbc, JdbcTemplate batches, Actors actors) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.actors = actors;
    }

    /** An officer to be, with the hash of his password. */
    record NewOfficer(OfficerDraft draft, String password, boolean mustChangePassword) {}

    /** Two administrators must not create the same officer at once; readers and logins go on. */
    void oneAtATime() {
        batches.execute("lock table officer_role in share row exclusive mode");
    }

    /** One that exists already stays as he is. */
    void addAll(Collection<NewOfficer> officers, Instant now) {
        batches.batchUpdate("""
                insert into officer (username, name, organization, email, password, must_change_password, changed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (username) do nothing
                """, officers, 500, (statement, officer) -> {
            statement.setString(1, officer.draft().username());
            statement.setString(2, officer.draft().name());
            statement.setString(3, officer.draft().organization());
            statement.setString(4, officer.draft().email());
            statement.setString(5, officer.password());
            statement.setBoolean(6, officer.mustChangePassword());
            statement.setTimestamp(7, Timestamp.from(now));
        });
        addRoles(officers.stream().map(NewOfficer::draft).toList());
        actors.changed();
    }

    void changeAll(Collection<OfficerDraft> drafts, Instant now) {
        batches.batchUpdate(
                "update officer set name = ?, email = ?, changed_at = ? where username = ?",
                drafts,
                500,
                (statement, draft) -> {
                    statement.setString(1, draft.name());
                    statement.setString(2, draft.email());
                    statement.setTimestamp(3, Timestamp.from(now));
                    statement.setString(4, draft.username());
                });
        jdbc.sql("delete from officer_role where username = any(:usernames)")
                .param("usernames", drafts.stream().map(OfficerDraft::username).toArray(String[]::new))
                .update();
        addRoles(drafts);
        actors.changed();
    }

    private void addRoles(Collection<OfficerDraft> drafts) {
        record Grant(String username, Role role) {}
        List<Grant> grants = drafts.stream()
                .flatMap(draft -> draft.roles().stream().map(role -> new Grant(draft.username(), role)))
                .collect(Collectors.toList());
        batches.batchUpdate(
                "insert into officer_role (username, role) values (?, ?) on conflict do nothing",
                grants,
                1000,
                (statement, grant) -> {
                    statement.setString(1, grant.username());
                    statement.setString(2, grant.role().name());
                });
    }

    void activate(String username, boolean active, Instant now) {
        jdbc.sql("update officer set active = :active, changed_at = :now where username = :username")
                .param("active", active)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
        actors.changed();
    }

    void password(String username, String hash, boolean mustChange, Instant now) {
        jdbc.sql("""
                        update officer set password = :hash, must_change_password = :mustChange, changed_at = :now
                         where username = :username
                        """)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
    }

    Optional<String> passwordHash(String username) {
        return jdbc.sql("select password from officer where username = :username")
                .param("username", username)
                .query(String.class)
                .optional();
    }

    void appoint(String organization, Responsibility responsibility) {
        jdbc.sql("""
                        insert into responsibility (organization, responsible, deputy)
                        values (:organization, :responsible, :deputy)
                        on conflict (organization) do update
                           set responsible = excluded.responsible, deputy = excluded.deputy
                        """)
                .param("organization", organization)
                .param("responsible", responsibility.responsible())
                .param("deputy", responsibility.deputy())
                .update();
    }

    /** Where nobody is named yet. */
    void appointMissing(Map<String, Responsibility> responsibilities) {
        batches.batchUpdate("""
                insert into responsibility (organization, responsible, deputy) values (?, ?, ?)
                on conflict (organization) do nothing
                """, responsibilities.entrySet(), 500, (statement, entry) -> {
            statement.setString(1, entry.getKey());
            statement.setString(2, entry.getValue().responsible());
            statement.setString(3, entry.getValue().deputy());
        });
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from officer)")
                .query(Boolean.class)
                .single();
    }

    void substitute(Substitution substitution, Instant now) {
        jdbc.sql("""
                        insert into substitution (id, username, substitute, from_at, until_at, created_by, created_at)
                        values (:id, :username, :substitute, :from, :until, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("username", substitution.username())
                .param("substitute", substitution.substitute())
                .param("from", substitution.from().atOffset(ZoneOffset.UTC))
                .param("until", substitution.until().atOffset(ZoneOffset.UTC))
                .param("by", substitution.by())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        actors.changed();
    }

    /** Those not over yet, of an officer or by him. */
    List<Substitution> substitutions(String username, Instant now) {
        return jdbc.sql("""
                        select id, username, substitute, from_at, until_at, created_by from substitution
                         where (username = :username or substitute = :username) and until_at > :now
                         order by from_at, id
                        """)
                .param("username", username)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Substitution(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("substitute"),
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("until_at").toInstant(),
                        row.getString("created_by")))
                .list();
    }

    /** Ends those that run, and takes back those that have not begun. */
    void endSubstitutions(String username, @Nullable UUID only, Instant now) {
        for (String verb : List.of(
                "delete from substitution where from_at >= :now",
                "update substitution set until_at = :now where from_at < :now and until_at > :now")) {
            jdbc.sql(verb
                            + " and (username = :username or substitute = :username)"
                            + " and (cast(:only as uuid) is null or id = :only)")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("username", username)
                    .param("only", only)
                    .update();
        }
        actors.changed();
    }
}
