package org.sifang.organization.web;

import org.springframework.security.access.AccessDeniedException;

/** An initial password opens nothing but the page where it is changed. */
class PasswordToBeChangedException extends AccessDeniedException {

    PasswordToBeChangedException() {
        super("The initial password is to be changed first");
    }
}
