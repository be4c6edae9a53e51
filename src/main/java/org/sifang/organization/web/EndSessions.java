package org.sifang.organization.web;

import org.sifang.organization.OfficerDeactivated;
import org.sifang.organization.PasswordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever signed in with what no longer counts is out, on every node. */
@Component
class EndSessions {

    private final JdbcClient jdbc;

    EndSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(PasswordChanged event) {
        endAll(event.username());
    }

    @EventListener
    void on(OfficerDeactivated event) {
        endAll(event.username());
    }

    private void endAll(String username) {
        jdbc.sql("delete from spring_session where principal_name = :username")
                .param("username", username)
                .update();
    }
}
