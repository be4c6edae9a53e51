package org.sifang.screening.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.screening.CaseFilter;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseNumbers;
import org.sifang.screening.CaseState;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The numbers above the list, each with the list it opens: where people stand now, from found to closed, those who left
 * that way, and what has to be seen beside it.
 *
 * @param all everybody, and the list of everybody
 * @param way the stages in their order
 * @param left positive, transferred
 * @param beside marks and the like; those that are zero and not chosen are left out
 */
record Funnel(Number all, List<Number> way, List<Number> left, List<Number> beside) {

    private static final List<CaseState> WAY = List.of(
            CaseState.FOUND,
            CaseState.ORDERED,
            CaseState.ISOLATED,
            CaseState.TESTED,
            CaseState.RELEASED,
            CaseState.FOLLOW_UP,
            CaseState.CLOSED);
    private static final List<CaseState> LEFT = List.of(CaseState.POSITIVE, CaseState.TRANSFERRED);

    /**
     * @param key message key of the label
     * @param share of all, in percent
     * @param chosen whether the list below is this one
     */
    record Number(
            String key,
            long number,
            String href,
            int share,
            boolean chosen,
            @Nullable String tone) {

        private static Number of(
                String key, long number, long all, CaseFilter list, CaseFilter now, @Nullable String tone) {
            boolean chosen = list.equals(now);
            int share = all == 0 ? 0 : (int) Math.ceil(number * 100.0 / all);
            return new Number(key, number, address(list), share, chosen, number == 0 ? null : tone);
        }
    }

    static Funnel of(CaseNumbers numbers, CaseFilter filter, LocalDate today) {
        CaseFilter base = filter.in(null).with((CaseMark) null);
        long all = numbers.all();
        List<Number> beside = new ArrayList<>();
        for (CaseMark mark : CaseMark.values()) {
            String tone = mark == CaseMark.BREACHED || mark == CaseMark.UNREACHABLE ? "bad" : "soon";
            beside.add(Number.of("chip.mark." + mark, numbers.with(mark), all, base.with(mark), filter, tone));
        }
        beside.add(Number.of("cases.today", numbers.today(), all, base.on(today), filter, null));
        beside.add(Number.of("cases.declared", numbers.declared(), all, base.declared(true), filter, null));
        beside.add(Number.of(
                "cases.alone", numbers.withoutCarer(), all, base.caredForBy(CaseFilter.NOBODY), filter, "soon"));
        return new Funnel(
                Number.of("cases.all", all, all, base, filter, null),
                stages(WAY, numbers, base, filter, null),
                stages(LEFT, numbers, base, filter, "bad"),
                beside.stream().filter(one -> one.number() > 0 || one.chosen()).toList());
    }

    private static List<Number> stages(
            List<CaseState> states, CaseNumbers numbers, CaseFilter base, CaseFilter filter, @Nullable String tone) {
        return states.stream()
                .map(state ->
                        Number.of("chip.case." + state, numbers.in(state), numbers.all(), base.in(state), filter, tone))
                .toList();
    }

    private static String address(CaseFilter filter) {
        UriComponentsBuilder href = UriComponentsBuilder.fromPath("/cases");
        filter.parameters().forEach((name, value) -> href.queryParam(name, value));
        return href.encode().toUriString();
    }
}
