package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The code that a declarer is given, and how often strangers may ask. */
class DeclarationTests {

    private final AtomicLong time = new AtomicLong();

    @Test
    void aCodeIsReadInEveryFormPeopleWriteItIn() {
        DeclarationCode code = DeclarationCode.of("secret", "content");

        assertThat(code.shown()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(DeclarationCode.read(code.shown())).contains(code);
        assertThat(DeclarationCode.read(" " + code.value().toLowerCase() + " ")).contains(code);
        assertThat(DeclarationCode.read(code.value().replace('0', 'O').replace('1', 'l')))
                .contains(code);
        assertThat(code).hasToString("DeclarationCode");
    }

    @Test
    void aMistypedOrSwappedCharacterIsFound() {
        String code = DeclarationCode.of("secret", "content").value();
        for (int i = 0; i < code.length(); i++) {
            for (char other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
                if (other != code.charAt(i)) {
                    assertThat(DeclarationCode.read(code.substring(0, i) + other + code.substring(i + 1)))
                            .isEmpty();
                }
            }
        }
        for (int i = 1; i < code.length(); i++) {
            if (code.charAt(i) != code.charAt(i - 1)) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertThat(DeclarationCode.read(swapped)).isEmpty();
            }
        }
        assertThat(DeclarationCode.read("")).isEmpty();
        assertThatThrownBy(() -> new DeclarationCode("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameFormHasTheSameCodeAndAnotherOneAnother() {
        assertThat(DeclarationCode.of("a", "b")).isEqualTo(DeclarationCode.of("a", "b"));
        Set<DeclarationCode> codes = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(DeclarationCode.of("page " + i, "content"));
        }
        assertThat(codes).hasSize(10_000);
    }

    @Test
    void anAddressIsStoppedAndLetInAgainWhenTheWindowIsOver() {
        DeclarationThrottle throttle = new DeclarationThrottle(time::get, 2, 100);

        assertThat(throttle.wait("192.0.2.1")).isEmpty();
        assertThat(throttle.wait("192.0.2.1")).isEmpty();
        assertThat(throttle.wait("192.0.2.1")).contains(DeclarationThrottle.WINDOW);
        assertThat(throttle.wait("192.0.2.2")).isEmpty();

        time.addAndGet(DeclarationThrottle.WINDOW.plus(Duration.ofSeconds(1)).toNanos());
        assertThat(throttle.wait("192.0.2.1")).isEmpty();
    }

    @Test
    void allTogetherAreStopped() {
        DeclarationThrottle throttle = new DeclarationThrottle(time::get, 100, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.wait("192.0.2." + i)).isEmpty();
        }
        assertThat(throttle.wait("192.0.2.9")).isPresent();
    }

    @Test
    void aNetworkOfTheNewKindIsOneAddress() {
        DeclarationThrottle throttle = new DeclarationThrottle(time::get, 1, 100);

        assertThat(throttle.wait("2001:db8:1:2:3:4:5:6")).isEmpty();
        assertThat(throttle.wait("2001:db8:1:2:9:9:9:9")).isPresent();
        assertThat(throttle.wait("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void theDeclarerIsNotToldOfContradictions() {
        assertThat(DeclarationState.CONFLICTING.told()).isEqualTo(DeclarationState.FORWARDED);
    }
}
