package org.sifang.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A person as somebody typed her into a form: what a sheet would have in its columns, judged by the same rules. Faults
 * name the fields {@code name}, {@code sex}, {@code age}, {@code document}, {@code phone}, {@code address}, {@code
 * category} and {@code document-type}. Does not print.
 *
 * @param documentType empty to tell it by the number
 * @param category code or name of a category of the notice
 */
public record TypedPerson(
        String name,
        String sex,
        String age,
        String documentType,
        String document,
        String phone,
        String address,
        String category) {

    CheckedRow check(NoticeToScreen notice, LocalDate today) {
        Map<Column, String> typed = new EnumMap<>(Column.class);
        typed.put(Column.NAME, name);
        typed.put(Column.SEX, sex);
        typed.put(Column.AGE, age);
        typed.put(Column.DOCUMENT, document);
        typed.put(Column.PHONE, phone);
        typed.put(Column.ADDRESS, address);
        typed.put(Column.CATEGORY, category);
        typed.put(Column.DOCUMENT_TYPE, documentType);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<SheetCell> cells = new ArrayList<>();
        typed.forEach((column, text) -> {
            places.put(column, cells.size());
            cells.add(SheetCell.text(text));
        });
        List<String> headings = typed.keySet().stream().map(Column::path).toList();
        return new RowCheck(new Header(0, places, headings), notice, today).check(new SheetRow(0, cells, false));
    }

    @Override
    public String toString() {
        return "TypedPerson";
    }
}
