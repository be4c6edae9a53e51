package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Whatever becomes of a text, it is a definition or a list of faults: never another exception, never a hang. */
class DefinitionFuzzTests {

    private static final int ROUNDS = 80;

    private static final List<String> PIECES = List.of(
            ":",
            " ",
            "\n",
            "\t",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "'",
            "\"",
            "#",
            "|",
            ">",
            "%",
            "null",
            "~",
            "0",
            "-1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "PT0S",
            "-P1D",
            "PT9223372036854775807S",
            "24:00",
            "00:00",
            "2020-02-30",
            "+999999999-12-31T23:59:59+18:00",
            "\u0000",
            "\uFEFF",
            "\uD83D",
            "𠮷",
            "<<: *a",
            "? ",
            "---",
            "...",
            "levels: ",
            "codes: ",
            "targets: {kinds: [UNIT]}",
            "dueDaily: ",
            "ladders: ",
            "[]",
            "{}",
            "true",
            "\\u0041",
            "\u2028");

    private final DefinitionReader reader = new DefinitionReader();
    private final DefinitionWriter writer = new DefinitionWriter(Definitions.SHANGHAI);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void piecesPutIn(long seed) {
        Random random = new Random(seed);
        for (String good : texts()) {
            for (int round = 0; round < ROUNDS; round++) {
                StringBuilder text = new StringBuilder(good);
                for (int i = 0; i <= random.nextInt(4); i++) {
                    int from = random.nextInt(text.length());
                    int to = Math.min(text.length(), from + random.nextInt(12));
                    text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
                }
                survives(text.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void linesMovedRepeatedAndLost(long seed) {
        Random random = new Random(seed);
        for (String good : texts()) {
            for (int round = 0; round < ROUNDS; round++) {
                String[] lines = good.split("\n");
                for (int i = 0; i <= random.nextInt(5); i++) {
                    int here = random.nextInt(lines.length);
                    int there = random.nextInt(lines.length);
                    lines[here] = random.nextInt(3) == 0 ? "" : lines[there];
                }
                survives(String.join("\n", lines));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void valuesExchanged(long seed) {
        Random random = new Random(seed);
        for (String good : texts()) {
            for (int round = 0; round < ROUNDS; round++) {
                String[] words = good.split("(?<=[\\s,:{}\\[\\]])|(?=[\\s,:{}\\[\\]])");
                for (int i = 0; i <= random.nextInt(6); i++) {
                    words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
                }
                survives(String.join("", words));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9})
    void bytesBroken(long seed) {
        Random random = new Random(seed);
        for (String good : texts()) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] broken = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                for (int i = 0; i < 3 && broken.length > 0; i++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                try {
                    reader.read(broken, null);
                } catch (FaultsException refused) {
                    assertSays(refused.faults());
                }
            }
        }
    }

    private List<String> texts() {
        return List.of(
                Definitions.secondText(),
                new NoticeLibrary(reader).text(NoticeLibrary.TONGLIAO_2020),
                writer.json(Definitions.second()));
    }

    /** A text that is taken is taken for what it is: written and read again it is the same. */
    private void survives(String text) {
        try {
            NoticeDefinition definition = reader.read(text);
            assertThat(reader.read(writer.yaml(definition))).isEqualTo(definition);
        } catch (FaultsException refused) {
            assertSays(refused.faults());
        }
    }

    private static void assertSays(List<Fault> faults) {
        assertThat(faults)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.code()).startsWith("fault.notice."));
    }
}
