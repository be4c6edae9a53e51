package org.sifang.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The officers and who of them answers for what. Everything but {@link #find} and {@link #findAll} speaks of active officers only. */
@Service
public class Officers {

    private static final String SELECT = """
            select o.username, o.name, o.organization, o.active, o.email,
                   array(select r.role from officer_role r where r.username = o.username) as roles
              from officer o
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;

    Officers(JdbcClient jdbc, Organizations organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /** Also finds a deactivated one: his name stands in old records. */
    public Optional<Officer> find(String username) {
        return jdbc.sql(SELECT + " where o.username = :username")
                .param("username", username)
                .query(Officers::read)
                .optional();
    }

    /** Those of these user names that exist, deactivated ones too. */
    public List<Officer> findAll(Collection<String> usernames) {
        return jdbc.sql(SELECT + " where o.username = any(:usernames) order by o.username")
                .param("usernames", usernames.toArray(String[]::new))
                .query(Officers::read)
                .list();
    }

    public List<Officer> inOrganization(String code) {
        return jdbc.sql(SELECT + " where o.active and o.organization = :code order by o.username")
                .param("code", code)
                .query(Officers::read)
                .list();
    }

    public List<Officer> withRole(String organization, Role role) {
        return inOrganization(organization).stream()
                .filter(officer -> officer.roles().contains(role))
                .toList();
    }

    /** Those who share a work list by their own place and roles, substitutes not counted; {@code 150502/OFFICER}. */
    public List<Officer> inGroup(String group) {
        String code = group.substring(0, group.indexOf('/'));
        return organizations
                .find(code)
                .map(place -> inOrganization(code).stream()
                        .filter(officer -> Groups.of(place, officer.roles()).contains(group))
                        .toList())
                .orElse(List.of());
    }

    public Responsibility responsibleFor(String organization) {
        return responsible(List.of(organization)).getOrDefault(organization, Responsibility.NOBODY);
    }

    /** One answer for each code asked for, {@link Responsibility#NOBODY} where nobody answers; one query. */
    public Map<String, Responsibility> responsible(Collection<String> organizations) {
        Map<String, Responsibility> answers = new HashMap<>();
        organizations.forEach(code -> answers.put(code, Responsibility.NOBODY));
        jdbc.sql("""
                        select p.organization, r.username as responsible, d.username as deputy
                          from responsibility p
                          left join officer r on r.username = p.responsible and r.active
                          left join officer d on d.username = p.deputy and d.active
                         where p.organization = any(:codes)
                        """).param("codes", organizations.toArray(String[]::new)).query(row -> {
            answers.put(
                    row.getString("organization"),
                    responsibility(row.getString("responsible"), row.getString("deputy")));
        });
        return answers;
    }

    /** User names of those with the role, for each code asked for (an empty list where there is none); one query. */
    public Map<String, List<String>> usernames(Collection<String> organizations, Role role) {
        Map<String, List<String>> answers = new HashMap<>();
        organizations.forEach(code -> answers.put(code, new ArrayList<>()));
        jdbc.sql("""
                        select o.organization, o.username
                          from officer o join officer_role r on r.username = o.username and r.role = :role
                         where o.active and o.organization = any(:codes)
                         order by o.username
                        """)
                .param("role", role.name())
                .param("codes", organizations.toArray(String[]::new))
                .query(row -> {
                    answers.computeIfAbsent(row.getString("organization"), code -> new ArrayList<>())
                            .add(row.getString("username"));
                });
        return answers;
    }

    /** For each officer who is substituted at that moment, those who substitute him. */
    public Map<String, List<String>> substitutes(Collection<String> usernames, Instant now) {
        Map<String, List<String>> answers = new HashMap<>();
        jdbc.sql("""
                        select s.username, s.substitute
                          from substitution s join officer o on o.username = s.substitute and o.active
                         where s.username = any(:usernames) and s.from_at <= :now and s.until_at > :now
                         order by s.substitute
                        """)
                .param("usernames", usernames.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    answers.computeIfAbsent(row.getString("username"), name -> new ArrayList<>())
                            .add(row.getString("substitute"));
                });
        return answers;
    }

    /** Those he substitutes at that moment. */
    List<Officer> substitutedBy(String username, Instant now) {
        return jdbc.sql(SELECT + """
                                 where o.active and o.username in (
                                       select s.username from substitution s
                                        where s.substitute = :username and s.from_at <= :now and s.until_at > :now)
                                 order by o.username
                                """)
                .param("username", username)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Officers::read)
                .list();
    }

    private static Responsibility responsibility(@Nullable String responsible, @Nullable String deputy) {
        return responsible == null ? new Responsibility(deputy, null) : new Responsibility(responsible, deputy);
    }

    static Officer read(ResultSet row, int number) throws SQLException {
        return new Officer(
                row.getString("username"),
                row.getString("name"),
                row.getString("organization"),
                roles((String[]) row.getArray("roles").getArray()),
                row.getBoolean("active"),
                row.getString("email"));
    }

    private static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
