package org.sifang.organization.web;

import java.util.List;
import java.util.Locale;
import org.sifang.organization.web.Accounts.Account;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Takes a verified token for the officer it names; roles and scope are ours, not the token's. */
final class BearerOfficers implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Accounts accounts;
    private final String claim;

    /** @param claim the one that holds the user name, such as {@code preferred_username} */
    BearerOfficers(Accounts accounts, String claim) {
        this.accounts = accounts;
        this.claim = claim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        String named = token.getClaimAsString(claim);
        if (named == null) {
            throw new InvalidBearerTokenException("The token names no officer");
        }
        String username = named.strip().toLowerCase(Locale.ROOT);
        if (accounts.find(username).filter(Account::active).isEmpty()) {
            throw new InvalidBearerTokenException("The token names no active officer");
        }
        return new JwtAuthenticationToken(token, List.of(), username);
    }
}
