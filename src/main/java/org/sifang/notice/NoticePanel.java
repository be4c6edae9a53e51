package org.sifang.notice;

import java.util.Map;
import org.sifang.organization.Actor;

/** Something another capability shows on a notice's page. */
public interface NoticePanel {

    /** Thymeleaf fragment, {@code screening/parts :: declare}. */
    String fragment();

    /** The fragment's model, under the name {@code panel}; an empty one leaves the panel out. */
    Map<String, Object> model(NoticeView notice, Actor reader);
}
