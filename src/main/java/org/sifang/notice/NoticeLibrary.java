package org.sifang.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sifang.kernel.NotFoundException;
import org.springframework.stereotype.Component;

/** The notices that come with the product: the two it was made after. */
@Component
public class NoticeLibrary {

    /** The command of Tongliao on people with contact to Qingdao, October 2020. */
    public static final String TONGLIAO_2020 = "tongliao-2020-qingdao";

    /** The command of Chifeng on the responsibilities of the four parties, January 2021. */
    public static final String CHIFENG_2021 = "chifeng-2021-6";

    private static final List<String> NAMES = List.of(TONGLIAO_2020, CHIFENG_2021);

    private final DefinitionReader reader;

    public NoticeLibrary(DefinitionReader reader) {
        this.reader = reader;
    }

    public List<String> names() {
        return NAMES;
    }

    /** @throws NotFoundException for a name not among {@link #names} */
    public NoticeDefinition definition(String name) {
        return reader.read(text(name));
    }

    /** The definition as it was written, with its comments. */
    public String text(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFoundException("notice");
        }
        return packed(name);
    }

    /** An empty definition to be filled in, with hints; it can be read as it is. */
    public String skeleton(String issuer) {
        return packed("skeleton").replace("ISSUER", issuer);
    }

    private static String packed(String name) {
        try (InputStream yaml = NoticeLibrary.class.getResourceAsStream("/notices/" + name + ".yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("The notice " + name + " was not packed");
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
