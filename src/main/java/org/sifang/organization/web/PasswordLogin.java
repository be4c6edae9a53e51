package org.sifang.organization.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sifang.organization.web.Accounts.Account;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * User name and password, for pages and API. What comes out is the user name alone: roles and scope are read anew for
 * every request. An unknown user, a deactivated one and a wrong password are answered alike and after the same time.
 */
final class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final KnownPasswords known = new KnownPasswords();
    private final String nobodysHash;

    PasswordLogin(Accounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.nobodysHash = encoder.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String username = given.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(given.getCredentials());
        String address = given.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Optional<Duration> wait = throttle.wait(username, address);
        if (wait.isPresent()) {
            throw new TooManyAttemptsException(wait.get());
        }
        Optional<Account> account = accounts.find(username);
        boolean right = account.map(known -> matches(known, password)).orElseGet(() -> pretend(password));
        if (!right || !account.map(Account::active).orElse(false)) {
            throttle.failed(username, address);
            throw new BadCredentialsException("Wrong user name or password");
        }
        throttle.succeeded(username, address);
        return new SignedIn(username);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean matches(Account account, String password) {
        if (known.knows(account, password)) {
            return true;
        }
        boolean cheap = encoder.upgradeEncoding(account.hash());
        if (cheap) {
            // A cheaper hash would tell by its speed that the account exists.
            pretend(password);
        }
        if (!encoder.matches(password, account.hash())) {
            return false;
        }
        if (cheap) {
            accounts.strengthen(account, encoder.encode(password));
        } else {
            known.remember(account, password);
        }
        return true;
    }

    private boolean pretend(String password) {
        encoder.matches(password, nobodysHash);
        return false;
    }
}
