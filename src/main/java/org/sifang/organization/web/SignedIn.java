package org.sifang.organization.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** All that a session holds of somebody: his user name. No address, no roles, nothing that could grow stale. */
final class SignedIn implements Authentication {

    private static final long serialVersionUID = 1;

    private final String username;

    SignedIn(String username) {
        this.username = username;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public @Nullable Object getDetails() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return username;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("It is made by the login alone");
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.username.equals(username);
    }

    @Override
    public int hashCode() {
        return username.hashCode();
    }

    @Override
    public String toString() {
        return username;
    }
}
