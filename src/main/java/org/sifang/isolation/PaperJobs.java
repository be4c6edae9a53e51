package org.sifang.isolation;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.person.People;
import org.sifang.screening.PersonCase;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers for many: ordered by those who may see these people unmasked, printed in the background, taken and deleted. */
@Service
public class PaperJobs {

    /** People in one job. */
    public static final int MOST = 5_000;

    private static final int LATEST = 50;
    private static final String SUBJECT = "papers";

    private final PaperJobRows jobs;
    private final PaperStore store;
    private final CasePapers papers;
    private final People people;
    private final Organizations organizations;
    private final PaperWorker worker;
    private final Journal journal;
    private final TransactionTemplate transaction;

    PaperJobs(
            PaperJobRows jobs,
            PaperStore store,
            CasePapers papers,
            People people,
            Organizations organizations,
            PaperWorker worker,
            Journal journal,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.store = store;
        this.papers = papers;
        this.people = people;
        this.organizations = organizations;
        this.worker = worker;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Whether he may order papers at all. */
    public static boolean isFor(Actor actor) {
        return actor.isOneOf(Role.OFFICER, Role.LEADER, Role.COMMUNITY, Role.SERVICE);
    }

    /**
     * Orders papers; those whose case has none are left out. They come sorted by who looks after the people.
     *
     * @param cases in the orderer's scope
     * @return id of the job
     * @throws FaultsException when there is nobody to print for, or too many, or some he may not see unmasked
     */
    public UUID order(PaperKind kind, List<PersonCase> cases, Actor by, Instant now) {
        if (!isFor(by)) {
            throw new AccessDeniedException("May not order papers");
        }
        List<PersonCase> fitting = papers.fitting(cases, kind).stream()
                .sorted(Comparator.comparing((PersonCase one) -> String.valueOf(one.carer()))
                        .thenComparing(PersonCase::id))
                .toList();
        if (fitting.isEmpty()) {
            throw new FaultsException(Fault.at("ids", "fault.isolation.paper.nobody"));
        }
        if (fitting.size() > MOST) {
            throw new FaultsException(Fault.at("ids", "fault.isolation.paper.many", MOST));
        }
        if (!people.mayReveal(fitting.stream().map(PersonCase::person).toList(), by)) {
            throw new FaultsException(Fault.at("ids", "fault.isolation.paper.not-holder"));
        }
        Organization own = organizations.require(by.organization());
        PaperJob job = new PaperJob(
                Ids.next(),
                kind,
                own.code(),
                own.division(),
                own.sector(),
                by.username(),
                now,
                PaperJob.State.RUNNING,
                fitting.size(),
                0,
                0,
                null,
                null);
        transaction.executeWithoutResult(status -> {
            jobs.insert(job, fitting.stream().map(PersonCase::id).toList());
            record(job, "ordered", by, now, Map.of("people", Integer.toString(job.people())));
        });
        worker.wake();
        return job.id();
    }

    /** @throws NotFoundException when there is none in his scope */
    public PaperJob require(UUID id, Actor actor) {
        return jobs.find(id)
                .filter(job -> actor.scope().covers(job.organization(), job.division(), job.sector()))
                .orElseThrow(() -> new NotFoundException("papers"));
    }

    /** The latest ones in his scope. */
    public List<PaperJob> latest(Actor actor) {
        return jobs.latest(actor, LATEST);
    }

    /** The finished parts, in their order; none when they were deleted. */
    public List<PaperJob.File> files(PaperJob job) {
        return store.files(job.id());
    }

    /** Whether he may have the papers: who ordered them, and those who may see the people of his organisation. */
    public boolean mayTake(PaperJob job, Actor actor) {
        return job.orderedBy().equals(actor.username()) || people.mayReveal(job.organization(), actor);
    }

    /**
     * A part as PDF; that it was taken goes into the journal.
     *
     * @throws NotFoundException when there is no such part in his scope, or it was deleted
     * @throws AccessDeniedException when the papers are not for him
     */
    @Transactional
    public byte[] take(UUID id, int number, Actor actor, Instant now) {
        PaperJob job = taken(id, actor);
        byte[] content = store.read(id, number).orElseThrow(() -> new NotFoundException("papers"));
        record(job, "taken", actor, now, Map.of("number", Integer.toString(number)));
        return content;
    }

    /**
     * Deletes the files before their time.
     *
     * @throws AccessDeniedException when the papers are not for him
     */
    @Transactional
    public void delete(UUID id, Actor actor, Instant now) {
        PaperJob job = taken(id, actor);
        if (!job.running() && job.deletedAt() == null) {
            store.delete(id, now);
            record(job, "deleted", actor, now, Map.of());
        }
    }

    private PaperJob taken(UUID id, Actor actor) {
        PaperJob job = require(id, actor);
        if (!mayTake(job, actor)) {
            throw new AccessDeniedException("Neither the orderer of these papers nor a holder of their people");
        }
        return job;
    }

    private void record(PaperJob job, String what, Actor by, Instant now, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("kind", "@isolation.paper." + job.kind());
        journal.record(new Entry(
                now, by.username(), "papers." + what, SUBJECT, job.id().toString(), null, job.organization(), all));
    }
}
