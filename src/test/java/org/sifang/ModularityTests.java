package org.sifang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(SifangApplication.class);

    @Test
    void capabilitiesUseOnlyWhatTheirPackagesAllow() {
        modules.verify();
    }

    @Test
    void theModulesAreDrawnFromTheCode() {
        new Documenter(modules).writeDocumentation();
    }
}
