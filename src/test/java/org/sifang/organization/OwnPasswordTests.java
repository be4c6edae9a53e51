package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.Fault;

@NullMarked
class OwnPasswordTests {

    @Test
    void aLongSentenceWillDo() {
        assertThat(PasswordRule.check("草原上的马跑得快极了", "150502.officer")).isEmpty();
    }

    @Test
    void whatIsEasilyGuessedIsRefused() {
        assertThat(PasswordRule.check("aaaa", "x.officer"))
                .extracting(Fault::code)
                .containsExactly("fault.password.short", "fault.password.simple");
        assertThat(PasswordRule.check("my X.Officer 2020", "x.officer"))
                .extracting(Fault::code)
                .containsExactly("fault.password.contains-username");
    }

    @Test
    void bcryptReadsNoMoreThanItIsGiven() {
        assertThat(PasswordRule.check("好".repeat(10) + "马牛羊".repeat(5), "x.officer"))
                .extracting(Fault::code)
                .containsExactly("fault.password.long");
    }
}
