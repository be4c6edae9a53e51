package org.sifang.notice.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyState;
import org.sifang.notice.FrozenSubmission;
import org.sifang.notice.FrozenSubmissions;
import org.sifang.notice.LadderAction;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.springframework.stereotype.Component;

/** Duties as the API says them. */
@Component
class DutyJson {

    private final Officers officers;
    private final FrozenSubmissions submissions;
    private final Clock clock;

    DutyJson(Officers officers, FrozenSubmissions submissions, Clock clock) {
        this.officers = officers;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * @param notice id of the notice
     * @param organisation code of the addressee
     * @param responsible name of who answers for it
     * @param zero for reports: whether the answer was that there is nobody; null until there is an answer
     * @param rung action of the highest rung climbed
     */
    record Item(
            UUID id,
            UUID notice,
            String obligation,
            String clause,
            String organisation,
            @Nullable String responsible,
            OffsetDateTime dueAt,
            DutyState state,
            Timeliness timeliness,
            @Nullable Boolean zero,
            @Nullable LadderAction rung,
            @Nullable OffsetDateTime receivedAt,
            @Nullable OffsetDateTime submittedAt) {}

    /** @param hash SHA-256 of what was frozen */
    record SubmissionLine(
            int number,
            OffsetDateTime submittedAt,
            String submittedBy,
            @Nullable String signedBy,
            String hash) {}

    /** @param submissions for the kinds whose form is the whole answer; those of reports are at {@code /reports} */
    record Sheet(
            @JsonUnwrapped Item item,
            ObligationKind kind,
            String organisationName,
            String issuer,
            @Nullable String deputy,
            OffsetDateTime opensAt,
            @Nullable OffsetDateTime receiptDueAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable String reason,
            List<SubmissionLine> submissions) {}

    List<Item> items(Collection<Duty> duties) {
        Map<String, String> names = names(duties.stream());
        return duties.stream().map(duty -> item(duty, names)).toList();
    }

    Item item(Duty duty) {
        return item(duty, names(Stream.of(duty)));
    }

    Sheet sheet(Duty duty) {
        Map<String, String> names = names(Stream.of(duty));
        return new Sheet(
                item(duty, names),
                duty.kind(),
                duty.organizationName(),
                duty.issuer(),
                name(duty.deputy(), names),
                local(duty.opensAt()),
                localOrNull(duty.receiptDueAt()),
                localOrNull(duty.closedAt()),
                duty.reason(),
                submissions.of(duty.id()).stream().map(this::line).toList());
    }

    private SubmissionLine line(FrozenSubmission submission) {
        Map<String, String> names = byUsername(Stream.of(submission.submittedBy(), submission.signedBy()));
        return new SubmissionLine(
                submission.number(),
                local(submission.submittedAt()),
                names.getOrDefault(submission.submittedBy(), submission.submittedBy()),
                name(submission.signedBy(), names),
                submission.hash());
    }

    private Item item(Duty duty, Map<String, String> names) {
        return new Item(
                duty.id(),
                duty.notice(),
                duty.obligation(),
                duty.clause(),
                duty.organization(),
                name(duty.responsible(), names),
                local(duty.dueAt()),
                duty.state(),
                duty.timeliness(),
                duty.zero(),
                duty.rungAction(),
                localOrNull(duty.receivedAt()),
                localOrNull(duty.submittedAt()));
    }

    private Map<String, String> names(Stream<Duty> duties) {
        return byUsername(duties.flatMap(duty -> Stream.of(duty.responsible(), duty.deputy())));
    }

    private Map<String, String> byUsername(Stream<@Nullable String> usernames) {
        return officers.findAll(usernames.filter(Objects::nonNull).distinct().toList()).stream()
                .collect(Collectors.toMap(Officer::username, Officer::name));
    }

    private static @Nullable String name(@Nullable String username, Map<String, String> names) {
        return username == null ? null : names.getOrDefault(username, username);
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNull(@Nullable Instant at) {
        return at == null ? null : local(at);
    }
}
