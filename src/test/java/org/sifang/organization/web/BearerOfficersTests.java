package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

@SifangTest
@NullMarked
class BearerOfficersTests {

    @Autowired
    private Accounts accounts;

    @Test
    void aTokenStandsForTheOfficerItsClaimNamesAndForNoRights() {
        Authentication officer =
                new BearerOfficers(accounts, "preferred_username").convert(token("preferred_username", "City.Officer"));

        assertThat(officer.getName()).isEqualTo("city.officer");
        assertThat(officer.getAuthorities()).isEmpty();
    }

    @Test
    void aTokenOfAStrangerOpensNothing() {
        BearerOfficers officers = new BearerOfficers(accounts, "preferred_username");

        assertThatThrownBy(() -> officers.convert(token("preferred_username", "stranger")))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> officers.convert(token("sub", "city.officer")))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private static Jwt token(String claim, String value) {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .issuedAt(Instant.EPOCH)
                .claim(claim, value)
                .build();
    }
}
