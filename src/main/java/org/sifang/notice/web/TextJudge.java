package org.sifang.notice.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.FanOutPreview;
import org.sifang.notice.FaultLines;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeView;
import org.sifang.notice.web.Judgement.FaultLine;
import org.sifang.organization.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Judges a definition while it is written. */
@Component
class TextJudge {

    private final DefinitionDesk definitions;
    private final NoticeWords words;
    private final MessageSource messages;

    TextJudge(DefinitionDesk definitions, NoticeWords words, MessageSource messages) {
        this.definitions = definitions;
        this.words = words;
        this.messages = messages;
    }

    /** @param edited the draft that the text is to replace; null for a new one */
    Judgement of(String text, @Nullable NoticeView edited, Actor author, Locale locale) {
        try {
            return sound(require(text, edited, author), locale);
        } catch (FaultsException refused) {
            return faults(text, refused.faults(), locale);
        }
    }

    /** @throws FaultsException with every fault, also when it is not for this author to write */
    NoticeDefinition require(String text, @Nullable NoticeView edited, Actor author) {
        NoticeDefinition definition = definitions.require(text);
        if (edited != null && !edited.issuer().equals(definition.issuer())) {
            throw new FaultsException(Fault.at("issuer", "fault.notice.issuer.fixed", edited.issuer()));
        }
        if (!definitions.issuers(author).contains(definition.issuer())) {
            throw new FaultsException(
                    Fault.at("issuer", "fault.notice.issuer.other", String.join(", ", definitions.issuers(author))));
        }
        return definition;
    }

    private Judgement sound(NoticeDefinition definition, Locale locale) {
        FanOutPreview preview = definitions.preview(definition);
        return new Judgement(
                List.of(),
                words.sentences(preview, locale),
                words.obligations(definition, preview, locale),
                preview.totalDuties(),
                definitions.passed(definition).size());
    }

    /** In the order of the text; those whose place is not known come first. */
    Judgement faults(String text, List<Fault> faults, Locale locale) {
        FaultLines lines = FaultLines.of(text);
        List<FaultLine> told = new ArrayList<>(faults.stream()
                .map(fault -> new FaultLine(
                        lines.line(fault.path()).orElse(null),
                        fault.path(),
                        messages.getMessage(fault.code(), fault.args().toArray(), fault.code(), locale)))
                .toList());
        told.sort(Comparator.comparingInt(fault -> fault.line() == null ? 0 : fault.line()));
        return new Judgement(told, List.of(), List.of(), 0, 0);
    }
}
