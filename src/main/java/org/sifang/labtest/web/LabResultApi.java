package org.sifang.labtest.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import org.sifang.labtest.Receipt;
import org.sifang.labtest.ResultLists;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
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
    private final Clock clock;

    LabResultApi(ResultLists lists, Clock clock) {
        this.lists = lists;
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
}
