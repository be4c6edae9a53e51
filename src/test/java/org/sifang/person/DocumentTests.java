package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;

class DocumentTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    /** The worked example of GB 11643-1999, appendix A. */
    private static final String STANDARD_EXAMPLE = "11010519491231002X";

    @Test
    void theExampleOfTheStandardIsTakenAndRead() {
        Document document = new Document(DocumentType.ID_CARD, STANDARD_EXAMPLE);

        assertThat(faults(DocumentType.ID_CARD, STANDARD_EXAMPLE)).isEmpty();
        assertThat(document.birthDate()).contains(LocalDate.of(1949, 12, 31));
        assertThat(document.sex()).contains(Sex.FEMALE);
        assertThat(new IdentityNumber(STANDARD_EXAMPLE).ageOn(LocalDate.of(2020, 12, 30)))
                .isEqualTo(70);
        assertThat(new IdentityNumber(STANDARD_EXAMPLE).ageOn(LocalDate.of(2020, 12, 31)))
                .isEqualTo(71);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002x",
                " 110105 19491231 002X ",
                "１１０１０５１９４９１２３１００２Ｘ",
                "\u200b11010519491231002X\ufeff"
            })
    void typingHabitsDoNotMakeAnotherNumber(String typed) {
        assertThat(faults(DocumentType.ID_CARD, typed)).isEmpty();
        assertThat(new Document(DocumentType.ID_CARD, typed).number()).isEqualTo(STANDARD_EXAMPLE);
    }

    @ParameterizedTest
    @CsvSource({
        "110105194912310021, fault.person.id.check",
        "11010519490230002X, fault.person.id.date",
        "110105189912310021, fault.person.id.date",
        "110105203001010012, fault.person.id.future",
        "99010519491231002X, fault.person.id.division",
        "110105491231002,    fault.person.id.old",
        "1101051949123100,   fault.person.id.length",
        "1101051949123100XX, fault.person.id.characters",
    })
    void whatIsWrongWithAnIdentityNumberIsSaid(String typed, String code) {
        assertThat(faults(DocumentType.ID_CARD, typed)).extracting(Fault::code).contains(code);
    }

    @Test
    void allFaultsOfOneNumberAreSaidTogether() {
        assertThat(faults(DocumentType.ID_CARD, "990105194902300021"))
                .extracting(Fault::code)
                .containsExactly("fault.person.id.division", "fault.person.id.date", "fault.person.id.check");
    }

    @Test
    void everyCheckCharacterIsTheOneOfTheStandard() {
        assertThat(IdentityNumber.check("11010519491231002")).isEqualTo('X');
        assertThat(IdentityNumber.check("44052418800101001")).isEqualTo('4');
    }

    @ParameterizedTest
    @CsvSource({
        "E12345678,  PASSPORT",
        "EA1234567,  PASSPORT",
        "G12345678,  PASSPORT",
        "H12345678,  HONG_KONG_MACAO_PERMIT",
        "M1234567801, HONG_KONG_MACAO_PERMIT",
        "11010519491231002X, ID_CARD",
        "810000199408230021, RESIDENCE_PERMIT",
        "12345678,   TAIWAN_PERMIT",
        "19900101,   ID_CARD",
        "A123456,    PASSPORT",
        "C01X00T47,  PASSPORT",
        "123456789,  ID_CARD",
        "1101051949X, ID_CARD",
        "11010519491231O02X, ID_CARD",
    })
    void aNumberWithoutAStatedTypeIsRecognisedOnlyWhereItCannotBeAMistypedIdentityCard(
            String typed, DocumentType type) {
        assertThat(DocumentType.of(typed)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678",
        "PASSPORT, ea1234567",
        "PASSPORT, 123456789",
        "PASSPORT, C01X00T47",
        "HONG_KONG_MACAO_PERMIT, H12345678",
        "HONG_KONG_MACAO_PERMIT, m1234567800",
        "TAIWAN_PERMIT, 12345678",
        "TAIWAN_PERMIT, 1234567890",
        "TAIWAN_PERMIT, 1234567890(B)",
        "FOREIGNER_CARD, CHN110101199001",
    })
    void otherDocumentsHaveTheirOwnForms(DocumentType type, String typed) {
        assertThat(faults(type, typed)).isEmpty();
        assertThat(new Document(type, typed).sex()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, 1234, fault.person.passport",
        "PASSPORT, ABCDEFG, fault.person.passport",
        "HONG_KONG_MACAO_PERMIT, H1234567, fault.person.permit.hong-kong-macao",
        "TAIWAN_PERMIT, 1234567, fault.person.permit.taiwan",
        "RESIDENCE_PERMIT, 11010519491231002X, fault.person.id.division",
    })
    void aMalformedNumberOfAnotherDocumentIsRefused(DocumentType type, String typed, String code) {
        assertThat(faults(type, typed)).extracting(Fault::code).contains(code);
    }

    @Test
    void aDocumentCannotBeMadeOfAMalformedNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Document(DocumentType.ID_CARD, "110105194912310021"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdentityNumber("11010519491231002x"));
    }

    @Test
    void aDocumentPrintsMasked() {
        assertThat(new Document(DocumentType.ID_CARD, STANDARD_EXAMPLE)).hasToString("ID_CARD 110105********002X");
        assertThat(new IdentityNumber(STANDARD_EXAMPLE)).hasToString("110105********002X");
        assertThat(new Document(DocumentType.PASSPORT, "E12345678")).hasToString("PASSPORT E*****678");
    }

    @ParameterizedTest
    @CsvSource({
        "身份证, ID_CARD",
        "护照, PASSPORT",
        "台胞证, TAIWAN_PERMIT",
        "回乡证, HONG_KONG_MACAO_PERMIT",
        "Passport, PASSPORT"
    })
    void documentTypesAreReadAsPeopleNameThem(String typed, DocumentType type) {
        assertThat(DocumentType.read(typed)).contains(type);
    }

    private static List<Fault> faults(DocumentType type, String typed) {
        return Document.faults("document", type, typed, TODAY);
    }
}
