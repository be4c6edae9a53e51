package org.sifang.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** Definitions for tests, and the faults of texts that are none. */
final class Definitions {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Definitions() {}

    static NoticeDefinition tongliao() {
        return new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020);
    }

    static NoticeDefinition chifeng() {
        return new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.CHIFENG_2021);
    }

    static String secondText() {
        try (InputStream yaml = Definitions.class.getResourceAsStream("/notices/second-notice.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static NoticeDefinition second() {
        return new DefinitionReader().read(secondText());
    }

    static List<Fault> faults(String text) {
        try {
            new DefinitionReader().read(text);
            return List.of();
        } catch (FaultsException refused) {
            return refused.faults();
        }
    }

    /** Path and what is wrong, without the common beginning of the keys. */
    static List<String> shortFaults(String text) {
        return faults(text).stream().map(Definitions::brief).toList();
    }

    static String brief(Fault fault) {
        return (fault.path() + " " + fault.code().replace("fault.notice.", "")).strip();
    }
}
