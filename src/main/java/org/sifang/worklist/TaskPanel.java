package org.sifang.worklist;

import java.util.Map;
import org.sifang.organization.Actor;

/** Something a capability shows beside the form of its tasks: a preview of the table, the difference to yesterday. */
public interface TaskPanel {

    boolean serves(WorkItem item);

    /** Thymeleaf fragment, {@code reporting/panel :: preview}. */
    String fragment();

    /** The fragment's model, under the name {@code panel}. */
    Map<String, Object> model(WorkItem item, Actor reader);
}
