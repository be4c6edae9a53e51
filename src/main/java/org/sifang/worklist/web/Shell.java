package org.sifang.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.SteerableClock;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.worklist.CutOff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Answers the layout. The layout asks, rather than being handed a model, so that pages of errors have the same frame as
 * all others and a fragment costs nothing.
 */
@Component
public class Shell {

    private static final int TABS = 3;
    private static final int GROUP = 100;
    private static final String CLIENT = "client.";

    private final Actors actors;
    private final Organizations organizations;
    private final List<NavigationEntry> entries;
    private final List<CutOff.Source> cutOffs;
    private final MessageSource messages;
    private final DataIsland island;
    private final Clock clock;

    Shell(
            Actors actors,
            Organizations organizations,
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<CutOff.Source> cutOffs,
            MessageSource messages,
            DataIsland island,
            Clock clock) {
        this.actors = actors;
        this.organizations = organizations;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
        this.cutOffs = cutOffs.stream().toList();
        this.messages = messages;
        this.island = island;
        this.clock = clock;
    }

    /** The frame for whoever is signed in; null when nobody is, or he was deactivated meanwhile. */
    public @Nullable Chrome chrome() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
            return null;
        }
        try {
            return around(actors.byUsername(signedIn.getName()));
        } catch (NotFoundException gone) {
            return null;
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** Whether the clock stands until it is moved (a drill): a countdown must not run then. */
    public boolean clockStands() {
        return clock instanceof SteerableClock;
    }

    /** The texts that scripts need, in the reader's language, as JSON by key without {@code client.}. */
    public String clientTexts() {
        Map<String, String> texts = new TreeMap<>();
        for (String key : ResourceBundle.getBundle("messages/web", Locale.ROOT).keySet()) {
            if (key.startsWith(CLIENT)) {
                texts.put(
                        key.substring(CLIENT.length()),
                        messages.getMessage(key, null, LocaleContextHolder.getLocale()));
            }
        }
        return island.of(texts);
    }

    private Chrome around(Actor actor) {
        Instant now = clock.instant();
        List<NavigationEntry> open = entries.stream()
                .filter(entry ->
                        entry.roles().isEmpty() || actor.roles().stream().anyMatch(entry.roles()::contains))
                .toList();
        List<Chrome.Entry> side = new ArrayList<>();
        Map<Integer, List<Chrome.Entry>> groups = new TreeMap<>();
        for (NavigationEntry entry : open) {
            if (!entry.inTopBar()) {
                Chrome.Entry shown = shown(entry, actor);
                side.add(shown);
                groups.computeIfAbsent(entry.order() / GROUP, group -> new ArrayList<>())
                        .add(shown);
            }
        }
        return new Chrome(
                actor.name(),
                organizations.find(actor.organization()).map(Organization::name).orElse(actor.organization()),
                List.copyOf(groups.values()),
                open.stream()
                        .filter(NavigationEntry::inTopBar)
                        .map(entry -> shown(entry, actor))
                        .toList(),
                side.stream().limit(TABS).toList(),
                cutOffs.stream()
                        .flatMap(source -> source.next(actor, now).stream())
                        .min(Comparator.comparing(CutOff::at))
                        .orElse(null));
    }

    private static Chrome.Entry shown(NavigationEntry entry, Actor actor) {
        return new Chrome.Entry(entry.id(), entry.href(), "nav." + entry.id(), entry.count(actor));
    }
}
