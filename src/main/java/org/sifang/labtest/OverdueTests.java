package org.sifang.labtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.labtest.TestRecord.Happened;
import org.sifang.notification.Message;
import org.sifang.notification.Notifications;
import org.sifang.organization.Actor;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.sifang.screening.PersonCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells, once for each test, that no sample or no result came in time: set-based, however many they are. */
@Service
public class OverdueTests {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final TestRecord record;
    private final Officers officers;
    private final Notifications notifications;

    OverdueTests(JdbcClient jdbc, TestRecord record, Officers officers, Notifications notifications) {
        this.jdbc = jdbc;
        this.record = record;
        this.officers = officers;
        this.notifications = notifications;
    }

    /** Answers how many were found that were not told of before. */
    @Transactional
    public int mark(Instant now) {
        List<LabTest> unsampled = take("sample_overdue_at", "state = 'ORDERED' and due_at <= :now", now);
        List<LabTest> undecided =
                take("result_overdue_at", "state in ('SAMPLED', 'DELIVERED') and result_due_at <= :now", now);
        Map<UUID, PersonCase> cases =
                record.cases(unsampled.stream().map(LabTest::caseId).toList());
        record.write(happened(unsampled, "sampleOverdue"), Actor.SYSTEM, now);
        record.write(happened(undecided, "resultOverdue"), Actor.SYSTEM, now);
        tell(
                unsampled.stream()
                        .map(test -> cases.get(test.caseId()))
                        .filter(found -> found != null)
                        .map(found -> found.carer() == null ? found.organization() : found.carer())
                        .toList(),
                Role.COMMUNITY,
                "labtest.sampleOverdue",
                "/?process=lab-test&due=overdue");
        tell(
                undecided.stream()
                        .map(test -> String.valueOf(test.laboratory()))
                        .toList(),
                Role.LAB,
                "labtest.resultOverdue",
                "/lab?list=overdue");
        return unsampled.size() + undecided.size();
    }

    private List<LabTest> take(String mark, String condition, Instant now) {
        List<LabTest> all = new ArrayList<>();
        List<LabTest> chunk;
        do {
            chunk = jdbc.sql(
                            "update lab_test t set " + mark + " = :now from (select id from lab_test where " + condition
                                    + " and " + mark + " is null order by id limit :limit for update skip locked) late"
                                    + " where t.id = late.id returning t.*")
                    .param("now", LabTestRows.timestamp(now))
                    .param("limit", CHUNK)
                    .query(LabTestRows::read)
                    .list();
            all.addAll(chunk);
        } while (chunk.size() == CHUNK);
        return all;
    }

    private static List<Happened> happened(List<LabTest> tests, String action) {
        return tests.stream().map(test -> new Happened(test, action, Map.of())).toList();
    }

    /** One message to each officer, however many tests of his organisation are late. */
    private void tell(Collection<String> organizations, Role role, String key, String link) {
        if (organizations.isEmpty()) {
            return;
        }
        Map<String, Long> counts =
                organizations.stream().collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        Map<String, List<String>> people = officers.usernames(counts.keySet(), role);
        Map<String, List<String>> otherwise = officers.usernames(counts.keySet(), Role.OFFICER);
        List<Message> messages = new ArrayList<>();
        counts.forEach((code, count) -> {
            List<String> recipients = people.getOrDefault(code, List.of());
            for (String recipient : recipients.isEmpty() ? otherwise.getOrDefault(code, List.of()) : recipients) {
                messages.add(new Message(
                        recipient,
                        key,
                        List.of("organization:" + code, Long.toString(count)),
                        link,
                        "lab:" + code,
                        Set.of(Message.Channel.values())));
            }
        });
        notifications.send(messages);
    }
}
