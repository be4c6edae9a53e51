package org.sifang.worklist.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sifang.worklist.WorkItem;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of tasks and processes in the reader's language; the model's own words where there are none. */
@Component
public class TaskNames {

    private final MessageSource messages;

    TaskNames(MessageSource messages) {
        this.messages = messages;
    }

    /** The message {@code task.<process>.<element id>}, else the label in the model. */
    public String of(WorkItem item) {
        return say("task." + item.process() + "." + item.taskKey(), item.name());
    }

    /** The second line, without what the list says in a column of its own; empty where nothing is left. */
    public String detail(WorkItem item) {
        return Arrays.stream(item.detail().split(" · "))
                .filter(part -> !part.isBlank() && !part.equals(item.organizationName()))
                .collect(Collectors.joining(" · "));
    }

    /** The message {@code process.<id>}, else the id. */
    public String process(String id) {
        return say("process." + id, id);
    }

    private String say(String key, String otherwise) {
        String words = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return words == null ? otherwise : words;
    }
}
