package org.sifang.isolation.web;

import org.sifang.isolation.PaperJobs;
import org.sifang.isolation.PaperKind;
import org.sifang.organization.Actor;
import org.sifang.screening.CaseBulkAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Papers for many, offered above the list of people. */
@Configuration(proxyBeanMethods = false)
class PaperActions {

    @Bean
    CaseBulkAction printOrders() {
        return new Print(PaperKind.ORDER);
    }

    @Bean
    CaseBulkAction printReleases() {
        return new Print(PaperKind.RELEASE);
    }

    private record Print(PaperKind kind) implements CaseBulkAction {

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

        @Override
        public boolean isFor(Actor actor) {
            return PaperJobs.isFor(actor);
        }
    }
}
