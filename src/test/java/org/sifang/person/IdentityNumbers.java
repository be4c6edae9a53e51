package org.sifang.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers with a right check digit that belong to nobody: division 150502 and a sequence counted up. */
public final class IdentityNumbers {

    private IdentityNumbers() {}

    /** Different for each number below 1,000,000; born from 1950 on, men and women in turn. */
    public static String of(int number) {
        LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(number / 1_000);
        return of(birth, number % 1_000);
    }

    public static String of(LocalDate birth, int sequence) {
        String digits = "150502" + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return digits + IdentityNumber.check(digits);
    }
}
