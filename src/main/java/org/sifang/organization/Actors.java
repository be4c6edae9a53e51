package org.sifang.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sifang.kernel.NotFoundException;
import org.springframework.stereotype.Service;

/**
 * Officers as they may act at this moment. Kept for {@link #LIFETIME} so that one page does not ask ten times; a change
 * made on this node counts at once.
 */
@Service
public class Actors {

    private static final Duration LIFETIME = Duration.ofSeconds(3);
    /** What nobody inherits by substituting: administration, and acting for another system. */
    private static final Set<Role> PERSONAL = EnumSet.of(Role.ADMIN, Role.SERVICE);

    private final Officers officers;
    private final Organizations organizations;
    private final Clock clock;
    private final Cache<String, Actor> copies =
            Caffeine.newBuilder().expireAfterWrite(LIFETIME).maximumSize(10_000).build();

    Actors(Officers officers, Organizations organizations, Clock clock) {
        this.officers = officers;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such officer or he was deactivated */
    public Actor byUsername(String username) {
        Actor actor = AfterChange.isChangedHere(copies)
                ? load(username, clock.instant())
                : copies.get(username, name -> load(name, clock.instant()));
        if (actor == null) {
            throw new NotFoundException("officer");
        }
        return actor;
    }

    /** To be called by whoever changes officers, organisations or substitutions, in his transaction. */
    void changed() {
        AfterChange.forget(copies, copies::invalidateAll);
    }

    private Actor load(String username, Instant now) {
        Officer officer =
                officers.find(username).filter(Officer::active).orElseThrow(() -> new NotFoundException("officer"));
        List<Officer> substituted = officers.substitutedBy(username, now);
        Organization own = organizations.require(officer.organization());
        Set<Role> roles = own(officer);
        Set<String> groups = new LinkedHashSet<>(Groups.of(own, roles));
        List<Organization> places = new ArrayList<>(List.of(own));
        for (Officer absent : substituted) {
            Organization place = organizations.require(absent.organization());
            List<Role> inherited = inherited(absent).toList();
            roles.addAll(inherited);
            groups.addAll(Groups.of(place, inherited));
            places.add(place);
        }
        return new Actor(
                officer.username(),
                officer.name(),
                officer.organization(),
                Set.copyOf(roles),
                Scopes.of(places),
                List.copyOf(groups),
                Set.copyOf(substituted.stream().map(Officer::username).toList()));
    }

    /** A service account acts with the rights of its organisation, yet nobody takes it for the organisation's leader. */
    private static Set<Role> own(Officer officer) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(officer.roles());
        if (roles.contains(Role.SERVICE)) {
            roles.add(Role.OFFICER);
            roles.add(Role.LEADER);
        }
        return roles;
    }

    private static Stream<Role> inherited(Officer absent) {
        return absent.roles().stream().filter(role -> !PERSONAL.contains(role)).sorted();
    }
}
