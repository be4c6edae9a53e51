package org.sifang.isolation;

import java.time.Instant;
import java.util.UUID;
import org.sifang.notice.Payer;

/**
 * A test that a case's measure, or an officer, asks for.
 *
 * @param step number of the test in the measure's plan, from 0; further ones continue behind the plan
 * @param from when sampling may begin
 * @param dueAt by when the sample has to be taken
 */
public record TestOrder(UUID caseId, UUID notice, int step, Payer paidBy, Instant from, Instant dueAt) {}
