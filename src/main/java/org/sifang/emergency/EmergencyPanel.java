package org.sifang.emergency;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.screening.CasePanel;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** On a case's page: the branches of its emergency with their clocks, and whose contact the person is. */
@Component
class EmergencyPanel implements CasePanel {

    private final Emergencies emergencies;
    private final ContactTracing tracing;

    EmergencyPanel(Emergencies emergencies, ContactTracing tracing) {
        this.emergencies = emergencies;
        this.tracing = tracing;
    }

    /** One naming of the person as a contact, with the emergency's id when the reader may open it. */
    record Naming(Contact contact, @Nullable UUID open) {}

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String fragment() {
        return "emergency/panel :: panel";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        List<Emergency> own = emergencies.of(found.id());
        List<Naming> named = tracing.naming(found.id()).stream()
                .map(contact -> naming(contact, reader))
                .toList();
        Map<String, Object> model = new HashMap<>();
        if (!own.isEmpty()) {
            model.put("emergency", own.get(0));
            model.put("mayOpen", Emergencies.mayRead(own.get(0), reader));
        }
        if (!named.isEmpty()) {
            model.put("named", named);
        }
        return model;
    }

    private Naming naming(Contact contact, Actor reader) {
        Optional<Emergency> emergency = emergencies.find(contact.emergency());
        boolean mayOpen = emergency.isPresent() && Emergencies.mayRead(emergency.get(), reader);
        return new Naming(contact, mayOpen ? contact.emergency() : null);
    }
}
