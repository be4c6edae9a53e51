package org.sifang.organization.web;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the door needs to know of an officer, read anew each time: one row by its key. */
@Component
class Accounts {

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash of the password, with the name of its algorithm in braces */
    record Account(String username, String hash, boolean active, boolean mustChangePassword) {

        @Override
        public String toString() {
            return username;
        }
    }

    Optional<Account> find(String username) {
        return jdbc.sql(
                        "select username, password, active, must_change_password from officer where username = :username")
                .param("username", username)
                .query((row, number) -> new Account(
                        row.getString("username"),
                        row.getString("password"),
                        row.getBoolean("active"),
                        row.getBoolean("must_change_password")))
                .optional();
    }

    /** Keeps the same password under a stronger hash, unless it was changed meanwhile. */
    void strengthen(Account account, String hash) {
        jdbc.sql("update officer set password = :hash where username = :username and password = :old")
                .param("hash", hash)
                .param("username", account.username())
                .param("old", account.hash())
                .update();
    }
}
