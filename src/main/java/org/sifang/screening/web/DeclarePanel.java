package org.sifang.screening.web;

import java.util.Map;
import org.sifang.notice.NoticePanel;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Component;

/** On a notice's page: where people declare themselves, and the poster that leads them there. */
@Component
class DeclarePanel implements NoticePanel {

    @Override
    public String fragment() {
        return "screening/declare-panel :: panel";
    }

    @Override
    public Map<String, Object> model(NoticeView notice, Actor reader) {
        return notice.inForce() && !notice.definition().categories().isEmpty()
                ? Map.of("notice", notice.id())
                : Map.of();
    }
}
