package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;

class PhoneNumberTests {

    static Stream<String> mobileRanges() {
        return IntStream.range(130, 200).mapToObj(range -> range + "00000001");
    }

    @ParameterizedTest
    @MethodSource("mobileRanges")
    void everyMobileRangeIsTaken(String typed) {
        assertThat(PhoneNumber.faults("phone", typed, DocumentType.ID_CARD)).isEmpty();
        assertThat(PhoneNumber.of(typed).value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "+8619900000001,       19900000001",
        "+86 199-0000-0001,    19900000001",
        "008619900000001,      19900000001",
        "86 19900000001,       19900000001",
        "199 0000 0001,        19900000001",
        "１９９０００００００１,   19900000001",
        "0475-2345678,         0475-2345678",
        "(0475) 2345678,       0475-2345678",
        "04752345678,          0475-2345678",
        "+86 475 2345678,      0475-2345678",
        "010-23456789-801,     010-23456789-801",
        "0475－2345678转12,     0475-2345678-12",
        "19900000001/0475-2345678, 19900000001/0475-2345678",
        "19900000001、19900000001, 19900000001",
    })
    void mainlandNumbersComeToOneForm(String typed, String normal) {
        assertThat(PhoneNumber.faults("phone", typed, DocumentType.ID_CARD)).isEmpty();
        assertThat(PhoneNumber.of(typed).value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1990000000",
                "199000000012",
                "12900000001",
                "2345678",
                "0475-345",
                "19900000001a",
                "无",
                "/",
                "1.99E10",
                "19900000001/19900000002/19900000003/19900000004"
            })
    void malformedNumbersAreRefused(String typed) {
        assertThat(PhoneNumber.faults("phone", typed, DocumentType.PASSPORT))
                .extracting(Fault::code)
                .containsExactly("fault.person.phone");
    }

    @Test
    void aNumberFromElsewhereIsTakenForOtherDocumentsOnly() {
        assertThat(PhoneNumber.faults("phone", "+852 2123 4567", DocumentType.HONG_KONG_MACAO_PERMIT))
                .isEmpty();
        assertThat(PhoneNumber.of("00852-21234567").value()).isEqualTo("+85221234567");
        assertThat(PhoneNumber.faults("phone", "+852 2123 4567", DocumentType.ID_CARD))
                .extracting(Fault::code)
                .containsExactly("fault.person.phone.elsewhere");
    }

    @Test
    void aPhoneNumberPrintsMasked() {
        assertThat(PhoneNumber.of("19900000001/0475-2345678")).hasToString("199****0001/047******678");
    }
}
