package org.sifang.screening;

import java.util.List;
import java.util.Map;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Component;

/** On a case's page: what the person declared herself, and where that differs from the register. */
@Component
class DeclarationPanel implements CasePanel {

    private final DeclarationRows rows;

    DeclarationPanel(DeclarationRows rows) {
        this.rows = rows;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String fragment() {
        return "screening/declare-panel :: declared";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        List<Declaration> declared = rows.of(found.id());
        return declared.isEmpty() ? Map.of() : Map.of("declared", declared);
    }
}
