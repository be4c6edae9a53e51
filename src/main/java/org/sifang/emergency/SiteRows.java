package org.sifang.emergency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of closed sites. */
@Repository
class SiteRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SiteRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void close(UUID emergency, List<String> names, Instant at) {
        Columns.of(names)
                .uuid(name -> Ids.next())
                .uuid(name -> emergency)
                .text(name -> name)
                .instant(name -> at)
                .execute(
                        template,
                        "insert into emergency_site (id, emergency, name, closed_at) select * from unnest(?, ?, ?, ?)");
    }

    void disinfect(UUID emergency, String by, Instant at) {
        jdbc.sql("update emergency_site set disinfected_at = :at, disinfected_by = :by where emergency = :emergency")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("emergency", emergency)
                .update();
    }

    void reopen(UUID emergency, Instant at) {
        jdbc.sql("update emergency_site set reopened_at = :at where emergency = :emergency")
                .param("at", Timestamp.from(at))
                .param("emergency", emergency)
                .update();
    }

    List<Site> of(UUID emergency) {
        return jdbc.sql("select * from emergency_site where emergency = :emergency order by id")
                .param("emergency", emergency)
                .query((row, number) -> new Site(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getTimestamp("closed_at").toInstant(),
                        instant(row.getTimestamp("disinfected_at")),
                        row.getString("disinfected_by"),
                        instant(row.getTimestamp("reopened_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
