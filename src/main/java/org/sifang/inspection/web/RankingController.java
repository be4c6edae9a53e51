package org.sifang.inspection.web;

import java.util.List;
import org.sifang.inspection.Ranking;
import org.sifang.inspection.Ranking.Order;
import org.sifang.inspection.Rankings;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Comparison of counties or organisations, with denominators only. */
@Controller
class RankingController {

    private final Rankings rankings;
    private final Wording wording;

    RankingController(Rankings rankings, Wording wording) {
        this.rankings = rankings;
        this.wording = wording;
    }

    /**
     * One of the list.
     *
     * @param list the findings behind the numbers
     * @param page its register; of a county, the list of its findings
     */
    record Line(Ranking ranking, String name, String list, String page) {}

    @GetMapping("/inspections/rankings")
    String show(
            @RequestParam(defaultValue = "true") boolean counties,
            @RequestParam(defaultValue = "IN_TIME") Order order,
            Actor actor,
            Model model) {
        List<Line> lines = rankings.of(counties, order, actor).stream()
                .map(one -> line(one, counties))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("counties", counties);
        model.addAttribute("order", order);
        model.addAttribute("orders", Order.values());
        return "inspection/rankings";
    }

    private Line line(Ranking one, boolean counties) {
        String list = "/inspections/findings?organisation=" + one.code() + (counties ? "" : "&exact=true");
        return new Line(
                one, wording.organizationName(one.code()), list, counties ? list : "/inspections/units/" + one.code());
    }
}
