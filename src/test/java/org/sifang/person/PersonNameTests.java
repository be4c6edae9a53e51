package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource({
        "张 三, 张三",
        "阿某•某某, 阿某·某某",
        "阿某．某某, 阿某·某某",
        "阿某 · 某某, 阿某·某某",
        "'  John   Doe ', John Doe",
        "𠮷某, 𠮷某",
    })
    void aNameComesToOneForm(String typed, String normal) {
        assertThat(PersonName.faults("name", typed)).isEmpty();
        assertThat(PersonName.of(typed).value()).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三1", "张三（小）", "=cmd", "张/三", "@张三", "-"})
    void digitsAndSignsAreRefused(String typed) {
        assertThat(PersonName.faults("name", typed))
                .extracting(Fault::code)
                .containsExactly("fault.person.name.characters");
    }

    @Test
    void anOverlongNameIsRefused() {
        assertThat(PersonName.faults("name", "某".repeat(61)))
                .extracting(Fault::code)
                .containsExactly("fault.person.name.long");
        assertThat(PersonName.faults("name", "\uE001某")).isEmpty();
    }

    @Test
    void aNamePrintsMasked() {
        assertThat(PersonName.of("欧阳某某")).hasToString("欧阳**");
    }
}
