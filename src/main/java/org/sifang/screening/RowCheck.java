package org.sifang.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.TypedText;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;

/** Judges rows one by one, and finds everything that is wrong with each, not the first thing. */
final class RowCheck {

    private static final int OLDEST = 130;
    private static final int LONGEST_ADDRESS = 200;

    /** Numbers of more digits lose their last ones in a number cell. */
    private static final int EXACT_DIGITS = 15;

    private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(\\.0+)?(周?岁|years?)?");
    private static final Pattern INFANT = Pattern.compile("\\d{1,3}个?(月|天|日|周)(龄|大)?");
    private static final Pattern POWER_OF_TEN = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Pattern REVIVED = Pattern.compile("^'(?=[=+\\-@])");

    private final Header header;
    private final NoticeToScreen notice;
    private final LocalDate today;

    RowCheck(Header header, NoticeToScreen notice, LocalDate today) {
        this.header = header;
        this.notice = notice;
        this.today = today;
    }

    CheckedRow check(SheetRow row) {
        List<Fault> faults = new ArrayList<>();
        for (Column column : Column.values()) {
            faults.addAll(cell(row, column));
        }
        String name = text(row, Column.NAME);
        faults.addAll(name.isEmpty() ? List.of() : PersonName.faults(Column.NAME.path(), name));
        Sex sex = read(row, Column.SEX, Sex::read, "fault.screening.sex", faults);
        Integer age = read(row, Column.AGE, RowCheck::age, "fault.screening.age", faults);
        DocumentType type = type(row, faults);
        String number = text(row, Column.DOCUMENT);
        boolean rounded = isRounded(header.cell(row, Column.DOCUMENT));
        if (rounded) {
            faults.add(Fault.at(Column.DOCUMENT.path(), "fault.screening.document.rounded"));
        } else if (!number.isEmpty() && type != null) {
            faults.addAll(Document.faults(Column.DOCUMENT.path(), type, number, today));
        }
        String phone = text(row, Column.PHONE);
        if (!phone.isEmpty()) {
            faults.addAll(PhoneNumber.faults(Column.PHONE.path(), phone, type == null ? DocumentType.PASSPORT : type));
        }
        String address = text(row, Column.ADDRESS);
        if (address.codePointCount(0, address.length()) > LONGEST_ADDRESS) {
            faults.add(Fault.at(Column.ADDRESS.path(), "fault.screening.address.long", LONGEST_ADDRESS));
        }
        String category = read(row, Column.CATEGORY, notice::categoryCode, "fault.screening.category", faults);
        if (!faults.isEmpty() || type == null || category == null) {
            faults.sort(Comparator.comparing(fault -> Column.of(fault.path())));
            return new CheckedRow(row.number(), null, List.copyOf(faults));
        }
        FoundPerson person = new FoundPerson(
                new Document(type, number), PersonName.of(name), sex, age, PhoneNumber.of(phone), address);
        return new CheckedRow(row.number(), new Candidate(person, category), List.of());
    }

    /** What can be wrong with a cell whatever column it is in. */
    private List<Fault> cell(SheetRow row, Column column) {
        SheetCell cell = header.cell(row, column);
        return switch (cell.kind()) {
            case NO_VALUE -> List.of(Fault.at(column.path(), "fault.screening.cell.formula." + column));
            case ERROR -> List.of(Fault.at(column.path(), "fault.screening.cell.error." + column));
            default ->
                column.isRequired() && TypedText.tidy(cell.text()).isEmpty()
                        ? List.of(Fault.at(column.path(), "fault.screening.required." + column))
                        : List.of();
        };
    }

    private interface Reading<T> {
        Optional<T> of(String typed);
    }

    private <T> @Nullable T read(SheetRow row, Column column, Reading<T> reading, String fault, List<Fault> faults) {
        String typed = text(row, column);
        if (typed.isEmpty()) {
            return null;
        }
        T value = reading.of(typed).orElse(null);
        if (value == null) {
            faults.add(Fault.at(column.path(), fault));
        }
        return value;
    }

    private @Nullable DocumentType type(SheetRow row, List<Fault> faults) {
        String number = text(row, Column.DOCUMENT);
        if (text(row, Column.DOCUMENT_TYPE).isEmpty()) {
            return DocumentType.of(number);
        }
        DocumentType stated =
                read(row, Column.DOCUMENT_TYPE, DocumentType::read, "fault.screening.document-type", faults);
        return stated == DocumentType.ID_CARD ? DocumentType.ofCard(number) : stated;
    }

    private static boolean isRounded(SheetCell cell) {
        boolean number = cell.kind() == SheetCell.Kind.NUMBER && cell.text().length() > EXACT_DIGITS;
        return number || POWER_OF_TEN.matcher(cell.text().strip()).matches();
    }

    private static Optional<Integer> age(String typed) {
        if (INFANT.matcher(typed).matches()) {
            return Optional.of(0);
        }
        Matcher years = YEARS.matcher(typed);
        return years.matches()
                ? Optional.of(Integer.valueOf(years.group(1))).filter(age -> age <= OLDEST)
                : Optional.empty();
    }

    /** The cell's text; an apostrophe that kept it from becoming a formula does not belong to it. */
    private String text(SheetRow row, Column column) {
        SheetCell cell = header.cell(row, column);
        if (cell.kind() == SheetCell.Kind.ERROR) {
            return "";
        }
        return REVIVED.matcher(TypedText.tidy(cell.text())).replaceFirst("");
    }
}
