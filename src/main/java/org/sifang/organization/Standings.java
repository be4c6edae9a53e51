package org.sifang.organization;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which organisations are suspended: everybody who gives work to one has to see it. Read from a copy in memory, like
 * {@link Organizations}; the suspended are few.
 */
@Service
public class Standings {

    private static final Duration LIFETIME = Duration.ofSeconds(20);
    private static final String ONLY = "open";
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final LoadingCache<String, Map<String, Standing>> copy;

    Standings(JdbcClient jdbc, Organizations organizations, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.events = events;
        this.copy = Caffeine.newBuilder().expireAfterWrite(LIFETIME).build(key -> load());
    }

    /** The oldest suspension that lasts; empty when the organisation may be given work. */
    public Optional<Standing> of(String organization) {
        return Optional.ofNullable(open().get(organization));
    }

    public boolean isSuspended(String organization) {
        return open().containsKey(organization);
    }

    /** Those of these organisations that are suspended, by code. */
    public Map<String, Standing> suspended(Collection<String> codes) {
        Map<String, Standing> open = open();
        Map<String, Standing> found = new HashMap<>();
        if (!open.isEmpty()) {
            codes.stream().filter(open::containsKey).forEach(code -> found.put(code, open.get(code)));
        }
        return found;
    }

    /** Every suspension that lasts, by the code of its organisation. */
    public Map<String, Standing> suspended() {
        return open();
    }

    /** Every suspension there ever was, the newest first. */
    public List<Standing> history(String organization) {
        return jdbc.sql("select * from standing where organization = :organization order by suspended_at desc, id desc")
                .param("organization", organization)
                .query(Standings::read)
                .list();
    }

    /**
     * Suspends it in the caller's transaction, on one ground; the same ground a second time changes nothing and writes
     * nothing.
     *
     * @param basis id of the accountability case; null for a suspension by hand
     * @param by user name, or {@link Actor#SYSTEM}
     * @throws NotFoundException when there is no such organisation
     */
    @Transactional
    public Standing suspend(String organization, @Nullable UUID basis, String reason, String by, Instant now) {
        organizations.require(organization);
        int written = jdbc.sql("""
                        insert into standing (id, organization, basis, reason, suspended_at, suspended_by)
                        values (:id, :organization, cast(:basis as uuid), :reason, :now, :by) on conflict do nothing
                        """)
                .param("id", Ids.next())
                .param("organization", organization)
                .param("basis", basis)
                .param("reason", reason)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .update();
        if (written > 0) {
            changed();
            tell("organisation.suspended", organization, reason, by, now);
        }
        return jdbc.sql("""
                        select * from standing where organization = :organization and reinstated_at is null
                           and basis is not distinct from cast(:basis as uuid)
                        """)
                .param("organization", organization)
                .param("basis", basis)
                .query(Standings::read)
                .single();
    }

    /**
     * Ends the suspension on this ground, in the caller's transaction; others stay.
     *
     * @param by user name, or {@link Actor#SYSTEM}
     * @return whether there was one to end
     */
    @Transactional
    public boolean reinstate(String organization, @Nullable UUID basis, String reason, String by, Instant now) {
        int ended = jdbc.sql("""
                        update standing set reinstated_at = greatest(:now, suspended_at), reinstated_by = :by,
                               reinstated_reason = :reason
                         where organization = :organization and reinstated_at is null
                           and basis is not distinct from cast(:basis as uuid)
                        """)
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("reason", reason)
                .param("organization", organization)
                .param("basis", basis)
                .update();
        if (ended > 0) {
            changed();
            tell("organisation.reinstated", organization, reason, by, now);
        }
        return ended > 0;
    }

    /**
     * A leader ends every suspension of an organisation he sees and does not work in.
     *
     * @throws StateConflictException when it is not suspended
     */
    @Transactional
    public void reinstate(String code, String reason, Actor by, Instant now) {
        by.require(Role.LEADER);
        Organization organization = organizations
                .find(code)
                .filter(by.scope()::covers)
                .orElseThrow(() -> new NotFoundException("organisation"));
        if (organization.code().equals(by.organization())) {
            throw new FaultsException(Fault.at("organisation", "fault.standing.own"));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new FaultsException(Fault.at("reason", "fault.standing.reason", LONGEST_REASON));
        }
        List<Standing> open = history(code).stream().filter(Standing::open).toList();
        if (open.isEmpty()) {
            throw new StateConflictException("standing", "ACTIVE", "SUSPENDED");
        }
        open.forEach(standing -> reinstate(code, standing.basis(), reason.strip(), by.username(), now));
    }

    private Map<String, Standing> open() {
        return AfterChange.isChangedHere(copy) ? load() : copy.get(ONLY);
    }

    private Map<String, Standing> load() {
        Map<String, Standing> loaded = new HashMap<>();
        jdbc.sql("select * from standing where reinstated_at is null order by suspended_at, id")
                .query(Standings::read)
                .list()
                .forEach(standing -> loaded.putIfAbsent(standing.organization(), standing));
        return Map.copyOf(loaded);
    }

    private void changed() {
        AfterChange.forget(copy, () -> copy.invalidate(ONLY));
    }

    private void tell(String action, String organization, String reason, String by, Instant now) {
        events.publishEvent(new Administered(
                now, by, action, "organisation", organization, organization, Map.of("reason", reason)));
    }

    private static Standing read(ResultSet row, int number) throws SQLException {
        OffsetDateTime reinstated = row.getObject("reinstated_at", OffsetDateTime.class);
        return new Standing(
                row.getObject("id", UUID.class),
                row.getString("organization"),
                row.getObject("basis", UUID.class),
                row.getString("reason"),
                row.getObject("suspended_at", OffsetDateTime.class).toInstant(),
                row.getString("suspended_by"),
                reinstated == null ? null : reinstated.toInstant(),
                row.getString("reinstated_by"),
                row.getString("reinstated_reason"));
    }
}
