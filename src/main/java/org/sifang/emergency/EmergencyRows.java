package org.sifang.emergency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of emergencies and their branches. */
@Repository
class EmergencyRows {

    static final String SELECT = "select e.* from emergency e";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EmergencyRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Emergency emergency) {
        jdbc.sql("""
                        insert into emergency (id, person_case, notice, organization, division, sector, state, opened_at)
                        values (:id, :case, :notice, :organization, :division, :sector, :state, :at)""")
                .param("id", emergency.id())
                .param("case", emergency.personCase())
                .param("notice", emergency.notice())
                .param("organization", emergency.organization())
                .param("division", emergency.division().value())
                .param("sector", emergency.sector())
                .param("state", emergency.state().name())
                .param("at", Timestamp.from(emergency.openedAt()))
                .update();
        emergency.branches().forEach(branch -> begin(emergency.id(), branch.branch(), branch.dueAt()));
    }

    void begin(UUID emergency, Branch branch, Instant dueAt) {
        jdbc.sql("""
                        insert into emergency_branch (emergency, branch, due_at) values (:emergency, :branch, :due)
                        on conflict do nothing""")
                .param("emergency", emergency)
                .param("branch", branch.name())
                .param("due", Timestamp.from(dueAt))
                .update();
    }

    /** Keeps what a step of the branch says, beside what earlier steps said. */
    void note(UUID emergency, Branch branch, Map<String, String> facts) {
        jdbc.sql("""
                        update emergency_branch set facts = facts || :facts::jsonb
                         where emergency = :emergency and branch = :branch""")
                .param("facts", write(facts))
                .param("emergency", emergency)
                .param("branch", branch.name())
                .update();
    }

    void done(UUID emergency, Branch branch, String by, Instant now) {
        jdbc.sql("""
                        update emergency_branch set done_at = :now, done_by = :by
                         where emergency = :emergency and branch = :branch and done_at is null and ended_at is null""")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("emergency", emergency)
                .param("branch", branch.name())
                .update();
    }

    /** @return false when it is done, ended or marked already */
    boolean overdue(UUID emergency, Branch branch, Instant now) {
        return jdbc.sql("""
                        update emergency_branch set overdue_at = :now
                         where emergency = :emergency and branch = :branch and done_at is null and ended_at is null
                           and overdue_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("emergency", emergency)
                        .param("branch", branch.name())
                        .update()
                == 1;
    }

    /** Ends what is open of it, and the emergency itself. */
    void end(UUID emergency, EmergencyState state, Instant now) {
        jdbc.sql("""
                        update emergency_branch set ended_at = :now
                         where emergency = :emergency and done_at is null and ended_at is null""")
                .param("now", Timestamp.from(now))
                .param("emergency", emergency)
                .update();
        jdbc.sql("update emergency set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(now))
                .param("id", emergency)
                .update();
    }

    void hospital(UUID emergency, String code) {
        jdbc.sql("update emergency set hospital = :code where id = :id")
                .param("code", code)
                .param("id", emergency)
                .update();
    }

    Optional<Emergency> find(UUID id) {
        return list(SELECT + " where e.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Emergency> find(Collection<UUID> ids) {
        return list(
                SELECT + " where e.id = any(:ids::uuid[])",
                Map.of("ids", ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** The emergencies of a case, the latest first. */
    List<Emergency> of(UUID personCase) {
        return list(SELECT + " where e.person_case = :case order by e.id desc", Map.of("case", personCase));
    }

    List<Emergency> list(String sql, Map<String, Object> parameters) {
        List<Emergency> bare =
                jdbc.sql(sql).params(parameters).query(EmergencyRows::read).list();
        Map<UUID, List<BranchView>> branches = branches(bare);
        return bare.stream()
                .map(one -> new Emergency(
                        one.id(),
                        one.personCase(),
                        one.notice(),
                        one.organization(),
                        one.division(),
                        one.sector(),
                        one.state(),
                        one.openedAt(),
                        one.endedAt(),
                        one.hospital(),
                        branches.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<BranchView>> branches(List<Emergency> emergencies) {
        Map<UUID, List<BranchView>> branches = new HashMap<>();
        if (emergencies.isEmpty()) {
            return branches;
        }
        jdbc.sql("select * from emergency_branch where emergency = any(:ids::uuid[])")
                .param(
                        "ids",
                        emergencies.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .query(row -> {
                    branches.computeIfAbsent(row.getObject("emergency", UUID.class), id -> new ArrayList<>())
                            .add(branch(row));
                });
        branches.values().forEach(list -> list.sort((one, other) -> one.branch().compareTo(other.branch())));
        return branches;
    }

    private BranchView branch(ResultSet row) throws SQLException {
        return new BranchView(
                Branch.valueOf(row.getString("branch")),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("done_at")),
                row.getString("done_by"),
                instant(row.getTimestamp("overdue_at")),
                instant(row.getTimestamp("ended_at")),
                read(row.getString("facts")));
    }

    private static Emergency read(ResultSet row, int number) throws SQLException {
        return new Emergency(
                row.getObject("id", UUID.class),
                row.getObject("person_case", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                EmergencyState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("hospital"),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Facts of a branch cannot be read", damaged);
        }
    }
}
