package org.sifang.labtest.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.LabDesk;
import org.sifang.labtest.LabTests;
import org.sifang.labtest.Receipt;
import org.sifang.labtest.ResultLists;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Results from laboratories' own systems. */
@RestController
@RequestMapping("/api/v1/lab-results")
class LabResultApi {

    private final ResultLists lists;
    private final LabTests tests;
    private final LabDesk desk;
    private final Clock clock;

    LabResultApi(ResultLists lists, LabTests tests, LabDesk desk, Clock clock) {
        this.lists = lists;
        this.tests = tests;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Takes one result or a list of 5,000 at most, all of it or nothing.
     *
     * @param results {@code {idNumber or sample, result, testedAt, laboratory}} or a list of these: a document's number
     *     or the number on the tube, which may be a pool's; NEGATIVE, POSITIVE or INVALID; an instant with offset; code
     *     or full name of the laboratory, which may be left out by whoever speaks for one only
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt take(@RequestBody JsonNode results, Actor actor) {
        return lists.take(results, actor, clock.instant());
    }

    /**
     * A right result, and why it is another than before.
     *
     * @param testedAt when it was tested again; null keeps the time of the wrong result
     */
    record Correction(
            @Nullable TestResult result,
            @Nullable Instant testedAt,
            @Nullable String reason) {}

    /**
     * Puts the result of a test right; what was decided on it is judged anew.
     *
     * @param test its id, as {@code GET /cases/{id}} tells it
     */
    @PostMapping("/{test}/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable UUID test, @RequestBody Correction correction, Actor actor) {
        tests.require(test, actor);
        if (correction.result() == null) {
            throw new FaultsException(Fault.at("result", "fault.labtest.result.missing"));
        }
        desk.correct(test, correction.result(), correction.testedAt(), correction.reason(), actor, clock.instant());
    }
}
