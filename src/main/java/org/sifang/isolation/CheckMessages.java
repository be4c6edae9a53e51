package org.sifang.isolation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sifang.notification.Message;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Notifications;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** Tells who has to act on what the checks brought to light. Numbers and organisations only, never a person. */
@Component
class CheckMessages {

    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

    private final Officers officers;
    private final Notifications notifications;

    CheckMessages(Officers officers, Notifications notifications) {
        this.officers = officers;
        this.notifications = notifications;
    }

    /**
     * Something to tell an organisation.
     *
     * @param key below {@code message.check.}
     */
    record Word(String organization, String key, List<String> args, String link, UUID subject) {

        Word {
            args = List.copyOf(args);
        }
    }

    /** Tells those who look after people: the community's workers, or the officers where there are none. */
    void tellCarers(Collection<Word> words) {
        tell(words, List.of(Role.COMMUNITY, Role.OFFICER), false);
    }

    void tellOfficers(Collection<Word> words) {
        tell(words, List.of(Role.OFFICER), false);
    }

    /** Tells officers and leaders. */
    void tellCommand(Collection<Word> words) {
        tell(words, List.of(Role.OFFICER, Role.LEADER), true);
    }

    /** @param every everybody of these roles; else those of the first role that somebody has */
    private void tell(Collection<Word> words, List<Role> roles, boolean every) {
        if (words.isEmpty()) {
            return;
        }
        List<String> codes = words.stream().map(Word::organization).distinct().toList();
        List<Map<String, List<String>>> byRole =
                roles.stream().map(role -> officers.usernames(codes, role)).toList();
        List<Message> messages = new ArrayList<>();
        for (Word word : words) {
            List<List<String>> groups = byRole.stream()
                    .map(names -> names.getOrDefault(word.organization(), List.of()))
                    .filter(names -> !names.isEmpty())
                    .toList();
            groups.stream()
                    .limit(every ? groups.size() : 1)
                    .flatMap(List::stream)
                    .distinct()
                    .forEach(name -> messages.add(new Message(
                            name,
                            "check." + word.key(),
                            word.args(),
                            word.link(),
                            word.subject().toString(),
                            ALL)));
        }
        notifications.send(messages);
    }
}
