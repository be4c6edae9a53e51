package org.sifang.accountability.web;

import java.util.Map;
import java.util.Set;
import org.sifang.accountability.AccountabilityCases;
import org.sifang.accountability.AccountabilityFilter;
import org.sifang.organization.Actor;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the cases, with how many are not over. */
@Component
class AccountabilityEntry implements NavigationEntry {

    private final AccountabilityCases cases;

    AccountabilityEntry(AccountabilityCases cases) {
        this.cases = cases;
    }

    @Override
    public String id() {
        return "accountability";
    }

    @Override
    public String href() {
        return "/accountability";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OFFICER, Role.LEADER, Role.DISCIPLINE, Role.INSPECTOR, Role.SUPERVISOR);
    }

    @Override
    public long count(Actor actor) {
        return cases.counts(AccountabilityFilter.ALL, actor).entrySet().stream()
                .filter(state -> !state.getKey().over())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
