package org.sifang.notice.web;

import java.time.Clock;
import java.util.List;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PreparedCopy;
import org.springframework.stereotype.Component;

/** What the editor of a new notice begins with. */
@Component
class StartingText {

    private static final String SKELETON = "skeleton";
    private static final String BLANK = "blank";

    private final NoticeLibrary library;
    private final DefinitionWriter writer;
    private final Clock clock;

    StartingText(NoticeLibrary library, Clock clock) {
        this.library = library;
        this.writer = new DefinitionWriter(clock.getZone());
        this.clock = clock;
    }

    /** A shipped definition to begin with. */
    record Choice(String name, String title, String number) {}

    List<Choice> choices() {
        return library.names().stream()
                .map(name -> {
                    NoticeDefinition definition = library.definition(name);
                    return new Choice(name, definition.title(), String.valueOf(definition.number()));
                })
                .toList();
    }

    /**
     * @param from name of a shipped definition, {@code skeleton} or {@code blank}
     * @param issuer code of the command that writes it
     * @param today whether its dates are moved to today
     */
    String of(String from, boolean today, String issuer) {
        if (from.equals(BLANK)) {
            return "";
        }
        if (from.equals(SKELETON)) {
            return library.skeleton(issuer);
        }
        return today
                ? writer.yaml(PreparedCopy.of(library.definition(from), clock.instant(), clock.getZone()))
                : library.text(from);
    }

    /** The same notice as a draft of its own that replaces it; it gets a number of its own. */
    String amending(NoticeView notice) {
        return writer.yaml(notice.definition().amended());
    }
}
