package org.sifang.labtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.TestResult;
import org.sifang.kernel.Fault;
import org.sifang.kernel.TypedText;
import org.sifang.organization.Organization;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;

/** Results as other systems and sheets write them: read one by one, with everything wrong with each. */
final class ResultReading {

    private static final Pattern LOCAL = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2})[:：时](\\d{1,2})分?(?:[:：](\\d{1,2})(?:\\.\\d+)?)?)?");

    private final Laboratories laboratories;
    private final @Nullable String usual;
    private final ZoneId zone;
    private final Instant now;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, List<IncomingResult>> read = new LinkedHashMap<>();

    /** @param usual code of the laboratory when none is named; null when one has to be */
    ResultReading(Laboratories laboratories, @Nullable String usual, ZoneId zone, Instant now) {
        this.laboratories = laboratories;
        this.usual = usual;
        this.zone = zone;
        this.now = now;
    }

    /** What somebody wrote, field by field; prints nothing of it. */
    record Typed(
            @Nullable String idNumber,
            @Nullable String sample,
            @Nullable String result,
            @Nullable String testedAt,
            @Nullable String laboratory) {

        @Override
        public String toString() {
            return "Typed";
        }
    }

    List<Fault> faults() {
        return faults;
    }

    /** By the code of the laboratory. */
    Map<String, List<IncomingResult>> read() {
        return read;
    }

    /**
     * @param path what stands before the names of the fields in faults
     * @return whether it is in order
     */
    boolean read(String path, Typed typed) {
        int before = faults.size();
        Document document = document(path, typed.idNumber());
        Said said = new Said();
        String sample = given(typed.sample()) ? said.sample(path + "sample", typed.sample()) : null;
        faults.addAll(said.faults());
        if (!given(typed.idNumber()) && sample == null) {
            faults.add(Fault.at(path + "idNumber", "fault.labtest.nobody"));
        }
        Optional<TestResult> result = result(path, typed.result());
        Optional<Instant> testedAt = testedAt(path, typed.testedAt());
        String laboratory = laboratory(path, typed.laboratory());
        if (faults.size() > before || result.isEmpty() || testedAt.isEmpty() || laboratory == null) {
            return false;
        }
        read.computeIfAbsent(laboratory, code -> new ArrayList<>())
                .add(new IncomingResult(document, sample, result.get(), testedAt.get()));
        return true;
    }

    private @Nullable Document document(String path, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        DocumentType type = DocumentType.of(typed);
        List<Fault> wrong = Document.faults(path + "idNumber", type, typed, LocalDate.ofInstant(now, zone));
        faults.addAll(wrong);
        return wrong.isEmpty() ? new Document(type, typed) : null;
    }

    private Optional<TestResult> result(String path, @Nullable String typed) {
        String word = TypedText.compact(typed == null ? "" : typed).toUpperCase(Locale.ROOT);
        Optional<TestResult> result = Optional.ofNullable(
                switch (word) {
                    case "NEGATIVE", "阴性", "阴", "-", "(-)" -> TestResult.NEGATIVE;
                    case "POSITIVE", "阳性", "阳", "+", "(+)" -> TestResult.POSITIVE;
                    case "INVALID", "无效", "样本无效", "不合格", "样本不合格" -> TestResult.INVALID;
                    default -> null;
                });
        if (result.isEmpty()) {
            faults.add(Fault.at(
                    path + "result", word.isEmpty() ? "fault.labtest.result.missing" : "fault.labtest.result"));
        }
        return result;
    }

    private Optional<Instant> testedAt(String path, @Nullable String typed) {
        Optional<Instant> at = moment(typed == null ? "" : TypedText.tidy(typed));
        if (at.isEmpty()) {
            faults.add(Fault.at(
                    path + "testedAt", given(typed) ? "fault.labtest.testedAt" : "fault.labtest.testedAt.missing"));
        } else if (at.get().isAfter(now.plusSeconds(300))) {
            faults.add(Fault.at(path + "testedAt", "fault.labtest.future"));
        }
        return at;
    }

    private Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException withoutOffset) {
            Matcher parts = LOCAL.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDateTime.of(
                                part(parts, 1),
                                part(parts, 2),
                                part(parts, 3),
                                part(parts, 4),
                                part(parts, 5),
                                part(parts, 6))
                        .atZone(zone)
                        .toInstant());
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }

    private static int part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private @Nullable String laboratory(String path, @Nullable String typed) {
        String named = typed == null || typed.isBlank() ? usual : typed.strip();
        String code = named == null
                ? null
                : laboratories.find(named).map(Organization::code).orElse(null);
        if (code == null) {
            faults.add(Fault.at(path + "laboratory", "fault.labtest.laboratory"));
        }
        return code;
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
