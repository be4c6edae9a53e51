package org.sifang.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an emergency, done by people. Each is written down and moves the model on in one transaction; what people
 * type is kept free of personal data as far as numbers give it away.
 */
@Service
public class EmergencyDesk {

    private final BranchWork work;
    private final EmergencyRows rows;
    private final ContactRows contacts;
    private final Parties parties;
    private final Announcer announcer;
    private final EmergencyFlow flow;

    EmergencyDesk(
            BranchWork work,
            EmergencyRows rows,
            ContactRows contacts,
            Parties parties,
            Announcer announcer,
            EmergencyFlow flow) {
        this.work = work;
        this.rows = rows;
        this.contacts = contacts;
        this.parties = parties;
        this.announcer = announcer;
        this.flow = flow;
    }

    /** The hospitals a patient may go to, those of the county first. */
    public List<Organization> hospitals(UUID id) {
        return parties.hospitals(work.require(id).division());
    }

    /** The statutory report was made, with the number the reporting system gave. */
    @Transactional
    public void report(UUID id, String number, Instant reportedAt, @Nullable String remark, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.REPORT);
        StepFaults faults = new StepFaults();
        faults.past("reportedAt", reportedAt, now);
        faults.free("remark", remark);
        faults.raise();
        Map<String, String> facts = BranchWork.facts("reportNumber", number, "reportedAt", reportedAt.toString());
        BranchWork.put(facts, "remark", remark);
        work.finish(emergency, Branch.REPORT, facts, "reported", by, now);
        flow.reported(id);
    }

    /** The patient left for the hospital of this code. */
    @Transactional
    public void depart(
            UUID id,
            String hospital,
            Instant departedAt,
            String vehicle,
            @Nullable String remark,
            Actor by,
            Instant now) {
        Emergency emergency = work.open(id, Branch.TRANSFER);
        StepFaults faults = new StepFaults();
        if (parties.hospitals(emergency.division()).stream()
                .noneMatch(one -> one.code().equals(hospital))) {
            faults.add("hospital", "fault.emergency.hospital");
        }
        faults.past("departedAt", departedAt, now);
        faults.free("vehicle", vehicle);
        faults.free("remark", remark);
        faults.raise();
        rows.hospital(id, hospital);
        Map<String, String> facts = BranchWork.facts(
                "hospital", Wording.organization(hospital), "departedAt", departedAt.toString(), "vehicle", vehicle);
        BranchWork.put(facts, "remark", remark);
        work.note(emergency, Branch.TRANSFER, facts, "departed", by, now);
        announcer.onItsWay(emergency, hospital, departedAt);
        flow.departed(id);
    }

    /** The hospital took the patient in. */
    @Transactional
    public void handOver(UUID id, Instant arrivedAt, String handedTo, @Nullable String remark, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.TRANSFER);
        StepFaults faults = new StepFaults();
        faults.past("arrivedAt", arrivedAt, now);
        String departed =
                emergency.branch(Branch.TRANSFER).orElseThrow().facts().get("departedAt");
        if (departed != null && arrivedAt.isBefore(Instant.parse(departed))) {
            faults.add("arrivedAt", "fault.emergency.arrived");
        }
        faults.free("handedTo", handedTo);
        faults.free("remark", remark);
        faults.raise();
        Map<String, String> facts = BranchWork.facts("arrivedAt", arrivedAt.toString(), "handedTo", handedTo);
        BranchWork.put(facts, "arrivalRemark", remark);
        work.finish(emergency, Branch.TRANSFER, facts, "handedOver", by, now);
        flow.handedOver(id);
    }

    /**
     * The contacts are found.
     *
     * @param nobodyBecause why there are none; null when there are some
     */
    @Transactional
    public void traced(UUID id, @Nullable String nobodyBecause, @Nullable String remark, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.CONTACTS);
        int named = contacts.count(id);
        StepFaults faults = new StepFaults();
        if (named == 0 && nobodyBecause == null) {
            faults.add("outcome", "fault.emergency.contacts.none");
        }
        if (named > 0 && nobodyBecause != null) {
            faults.add("outcome", "fault.emergency.contacts.some", named);
        }
        faults.free("basis", nobodyBecause);
        faults.free("remark", remark);
        faults.raise();
        Map<String, String> facts = BranchWork.facts("count", Integer.toString(named));
        BranchWork.put(facts, "basis", nobodyBecause);
        BranchWork.put(facts, "remark", remark);
        work.finish(emergency, Branch.CONTACTS, facts, named == 0 ? "noContacts" : "traced", by, now);
        flow.traced(id);
    }

    /**
     * The place of work or school was told.
     *
     * @param channel PHONE, VISIT or LETTER
     * @param toRole whom, by his post
     */
    @Transactional
    public void informUnit(
            UUID id, String unit, String channel, String toRole, Instant informedAt, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.UNIT);
        StepFaults faults = new StepFaults();
        faults.free("unit", unit);
        faults.free("toRole", toRole);
        faults.past("informedAt", informedAt, now);
        faults.raise();
        Map<String, String> facts = BranchWork.facts(
                "unit", unit, "channel", Wording.message("emergency.channel." + channel), "toRole", toRole);
        facts.put("informedAt", informedAt.toString());
        work.finish(emergency, Branch.UNIT, facts, "unitInformed", by, now);
        flow.unitInformed(id);
    }

    /** There is no place of work and no school. */
    @Transactional
    public void noUnit(UUID id, String basis, Actor by, Instant now) {
        Emergency emergency = work.open(id, Branch.UNIT);
        StepFaults faults = new StepFaults();
        faults.free("basis", basis);
        faults.raise();
        work.finish(emergency, Branch.UNIT, BranchWork.facts("basis", basis), "noUnit", by, now);
        flow.unitInformed(id);
    }
}
