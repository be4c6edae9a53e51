package org.sifang.isolation.web;

import org.sifang.isolation.PaperJobs;
import org.sifang.isolation.PaperKind;
import org.sifang.organization.Actor;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.screening.CaseBulkAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Papers for many, offered above the list of people. */
@Configuration(proxyBeanMethods = false)
class PaperActions {

    @Bean
    CaseBulkAction printOrders(Organizations organizations) {
        return new Print(PaperKind.ORDER, organizations);
    }

    @Bean
    CaseBulkAction printReleases(Organizations organizations) {
        return new Print(PaperKind.RELEASE, organizations);
    }

    private record Print(PaperKind kind, Organizations organizations) implements CaseBulkAction {

        @Override
        public int order() {
            return 20 + kind.ordinal();
        }

        @Override
        public String id() {
            return kind.path();
        }

        @Override
        public String path() {
            return "/cases/papers/" + kind.path();
        }

        @Override
        public boolean takesAll() {
            return true;
        }

        /** A city sees masks only; whoever holds people works below it. */
        @Override
        public boolean isFor(Actor actor) {
            return PaperJobs.isFor(actor)
                    && organizations
                            .find(actor.organization())
                            .filter(own -> own.level() != OrganizationLevel.CITY)
                            .isPresent();
        }
    }
}
