package org.sifang.organization;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The organisations, read from a copy in memory: every page and every fan-out asks for them. A change on this node is
 * seen at once, one made on another node within {@link #LIFETIME}.
 */
@Service
public class Organizations {

    private static final Duration LIFETIME = Duration.ofSeconds(20);
    private static final String ONLY = "all";

    private final JdbcClient jdbc;
    private final LoadingCache<String, NavigableMap<String, Organization>> copy;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.copy = Caffeine.newBuilder().expireAfterWrite(LIFETIME).build(key -> load());
    }

    public Optional<Organization> find(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /** @throws NotFoundException when there is none with this code */
    public Organization require(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("organisation"));
    }

    /** Every organisation, by code. */
    public List<Organization> all() {
        return List.copyOf(byCode().values());
    }

    /** Those meant, by code. */
    public List<Organization> select(Addressees filter) {
        return byCode().values().stream().filter(filter::include).toList();
    }

    /**
     * The next of those meant, by code.
     *
     * @param after code behind which to begin; null for the beginning
     */
    public List<Organization> selectAfter(Addressees filter, @Nullable String after, int most) {
        NavigableMap<String, Organization> all = byCode();
        return (after == null ? all : all.tailMap(after, false))
                .values().stream().filter(filter::include).limit(most).toList();
    }

    /** Those directly below this one, by code. */
    public List<Organization> children(String code) {
        return byCode().values().stream()
                .filter(organization -> code.equals(organization.parent()))
                .toList();
    }

    /** To be called by whoever changes organisations, in his transaction. */
    void changed() {
        AfterChange.forget(copy, () -> copy.invalidate(ONLY));
    }

    NavigableMap<String, Organization> byCode() {
        return AfterChange.isChangedHere(copy) ? load() : copy.get(ONLY);
    }

    /** In the order of the characters, whatever the database's own may be. */
    private NavigableMap<String, Organization> load() {
        NavigableMap<String, Organization> loaded = new TreeMap<>();
        jdbc.sql("select * from organization")
                .query(Organizations::read)
                .list()
                .forEach(organization -> loaded.put(organization.code(), organization));
        return loaded;
    }

    private static Organization read(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getString("code"),
                row.getString("name"),
                OrganizationKind.valueOf(row.getString("kind")),
                OrganizationLevel.valueOf(row.getString("level")),
                new DivisionCode(row.getString("division")),
                row.getString("parent"),
                row.getString("sector"),
                row.getObject("grade", Integer.class),
                row.getString("unit_kind"));
    }
}
