package org.sifang.kernel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The days on which offices work in China: a period that a procedure gives to somebody counts them only. Holidays, and the
 * weekends worked instead, are announced year by year and therefore data. In a year not announced yet Monday to Friday count
 * as worked, but for the holidays that the law ties to a day of the solar calendar (全国年节及纪念日放假办法, as of 2025).
 */
@Component
public class WorkingCalendar {

    private static final String SHIPPED = "calendar/china.yaml";

    /** New Year, Labour Day and National Day. */
    private static final Set<MonthDay> BY_LAW = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Map<Integer, String> sources = new TreeMap<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    private record Year(
            String source,
            Map<String, List<String>> holidays,
            @JsonProperty(required = true) List<String> worked) {}

    private record Years(Map<Integer, Year> years) {}

    /** @param holidays another file of the same form, {@code sifang.holidays}; the shipped one otherwise */
    @Autowired
    WorkingCalendar(@Value("${sifang.holidays:classpath:" + SHIPPED + "}") Resource holidays) {
        try (InputStream in = holidays.getInputStream()) {
            new YAMLMapper().readValue(in, Years.class).years().forEach(this::take);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The holidays cannot be read from " + holidays, unreadable);
        }
    }

    /** The calendar as shipped: 2020 to 2026. */
    public static WorkingCalendar shipped() {
        return new WorkingCalendar(new ClassPathResource(SHIPPED));
    }

    private void take(int year, Year announced) {
        sources.put(year, announced.source());
        announced.holidays().values().stream().flatMap(List::stream).forEach(this::takeOff);
        announced.worked().stream().map(LocalDate::parse).forEach(worked::add);
    }

    private void takeOff(String days) {
        int to = days.indexOf('/');
        LocalDate first = LocalDate.parse(to < 0 ? days : days.substring(0, to));
        LocalDate last = to < 0 ? first : LocalDate.parse(days.substring(to + 1));
        first.datesUntil(last.plusDays(1)).forEach(off::add);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean byLaw = !sources.containsKey(day.getYear()) && BY_LAW.contains(MonthDay.from(day));
        return !weekend && !off.contains(day) && !byLaw;
    }

    /** Number of the State Council's notice on the holidays of this year; empty while it is not announced. */
    public Optional<String> source(int year) {
        return Optional.ofNullable(sources.get(year));
    }

    /**
     * When a period of this many working days is over: at 24:00 of its last day. The day on which it begins is not
     * counted.
     *
     * @param from an instant on the day on which the period begins
     * @param days 1 or more
     * @throws IllegalArgumentException when there is no day to count
     */
    public Instant plusWorkingDays(Instant from, int days, ZoneId zone) {
        if (days < 1) {
            throw new IllegalArgumentException("A period has at least one working day");
        }
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Working days left: those after the day of {@code now} up to the last day of the period; 0 on its last day and
     * after it.
     */
    public int workingDaysLeft(Instant now, Instant end, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate last = end.minusNanos(1).atZone(zone).toLocalDate();
        return last.isAfter(today)
                ? Math.toIntExact(today.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count())
                : 0;
    }
}
