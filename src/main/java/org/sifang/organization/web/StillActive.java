package org.sifang.organization.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.sifang.organization.web.Accounts.Account;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks again, with every request, whether the one who signed in may still: a deactivated officer is out at once and on
 * every node, and with an initial password there is no way but to change it.
 */
final class StillActive extends OncePerRequestFilter {

    private static final Set<String> OPEN_WITH_INITIAL_PASSWORD = Set.of("/password", "/logout", "/language");

    private final Accounts accounts;

    StillActive(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account = accounts.find(signedIn.getName()).filter(Account::active);
        if (account.isEmpty()) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            throw new DisabledException("No longer active");
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (account.get().mustChangePassword() && !OPEN_WITH_INITIAL_PASSWORD.contains(path)) {
            if (Problems.isApi(request)) {
                throw new PasswordToBeChangedException();
            }
            response.sendRedirect(request.getContextPath() + "/password");
            return;
        }
        chain.doFilter(request, response);
    }
}
