package org.sifang.organization.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords; says nothing about whether the user exists (HTTP 429). */
class TooManyAttemptsException extends AuthenticationException {

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    Duration waitFor() {
        return wait;
    }
}
