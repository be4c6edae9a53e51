package org.sifang.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sifang.kernel.Columns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of contacts. */
@Repository
class ContactRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ContactRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A contact that is named again stays the nearest she was said to be. */
    void add(Collection<Contact> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        Columns.of(contacts)
                .uuid(Contact::emergency)
                .uuid(Contact::personCase)
                .text(contact -> contact.degree().name())
                .text(contact -> contact.relation().name())
                .instant(Contact::addedAt)
                .text(Contact::addedBy)
                .execute(template, """
                        insert into emergency_contact (emergency, person_case, degree, relation, added_at, added_by)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (emergency, person_case) do update set degree = excluded.degree,
                            relation = excluded.relation where emergency_contact.degree = 'SECONDARY'
                            and excluded.degree = 'CLOSE'""");
    }

    int count(UUID emergency) {
        return jdbc.sql("select count(*) from emergency_contact where emergency = :emergency")
                .param("emergency", emergency)
                .query(Integer.class)
                .single();
    }

    /** The nearest first, then in the order of being named. */
    List<Contact> of(UUID emergency) {
        return jdbc.sql("""
                        select * from emergency_contact where emergency = :emergency
                         order by degree, added_at, person_case""")
                .param("emergency", emergency)
                .query(ContactRows::read)
                .list();
    }

    /** Where this case is somebody's contact. */
    List<Contact> naming(UUID personCase) {
        return jdbc.sql("select * from emergency_contact where person_case = :case order by added_at")
                .param("case", personCase)
                .query(ContactRows::read)
                .list();
    }

    List<String> addedBy(UUID emergency) {
        return jdbc.sql("select distinct added_by from emergency_contact where emergency = :emergency")
                .param("emergency", emergency)
                .query(String.class)
                .list();
    }

    private static Contact read(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("emergency", UUID.class),
                row.getObject("person_case", UUID.class),
                Degree.valueOf(row.getString("degree")),
                Relation.valueOf(row.getString("relation")),
                row.getTimestamp("added_at").toInstant(),
                row.getString("added_by"));
    }
}
