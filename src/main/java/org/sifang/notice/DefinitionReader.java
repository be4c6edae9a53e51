package org.sifang.notice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.FaultsException;
import org.springframework.stereotype.Component;

/**
 * Reads a notice definition in JSON or YAML (see {@code src/docs/notice-format.md}). Either it can be relied on in every
 * reference, or it is refused with all its faults, each with the path where it is.
 */
@Component
public class DefinitionReader {

    /** A notice is some pages of text; 1 MiB is far beyond. */
    public static final int MAX_BYTES = 1 << 20;

    /** The seventeen line departments of the Chifeng notice. */
    public static final List<String> SECTORS = List.of(
            "HEALTH",
            "PUBLIC_SECURITY",
            "INDUSTRY",
            "DEVELOPMENT",
            "EDUCATION",
            "TRANSPORT",
            "COMMERCE",
            "CULTURE_TOURISM",
            "CIVIL_AFFAIRS",
            "JUSTICE",
            "MARKET",
            "PUBLICITY",
            "CYBERSPACE",
            "CUSTOMS",
            "RAILWAY",
            "AVIATION",
            "POST");

    private static final Pattern JSON_OPENING = Pattern.compile("\\s*\\{\\s*[\"}].*", Pattern.DOTALL);

    private final Set<String> sectors;

    public DefinitionReader() {
        this(SECTORS);
    }

    /** @param sectors the lines addressees may be chosen by, where a city has others than {@link #SECTORS} */
    public DefinitionReader(Collection<String> sectors) {
        this.sectors = new LinkedHashSet<>(sectors);
    }

    /**
     * @param content UTF-8, with or without BOM, or UTF-16 with BOM
     * @param contentType media type as sent, or null; where it says neither JSON nor YAML, the content decides
     * @throws FaultsException with every fault, keys {@code fault.notice.*}
     */
    public NoticeDefinition read(byte[] content, @Nullable String contentType) {
        String text = text(content);
        boolean json =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
        return read(text, json || JSON_OPENING.matcher(text).lookingAt());
    }

    /**
     * @param text JSON or YAML; the content decides
     * @throws FaultsException with every fault, keys {@code fault.notice.*}
     */
    public NoticeDefinition read(String text) {
        if (text.length() > MAX_BYTES) {
            throw FaultLog.refusal(Wrong.TOO_LARGE, MAX_BYTES / 1024);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return read(plain, JSON_OPENING.matcher(plain).lookingAt());
    }

    private NoticeDefinition read(String text, boolean json) {
        if (text.isBlank()) {
            throw FaultLog.refusal(Wrong.NOTHING);
        }
        FaultLog faults = new FaultLog();
        Tree tree = json ? JsonTree.read(text, faults) : YamlTree.read(text, faults);
        NoticeDefinition definition = new DefinitionParts(sectors, faults).read(tree);
        faults.refuseIfAny();
        if (definition == null) {
            throw new IllegalStateException("A definition without faults was not built");
        }
        return definition;
    }

    /**
     * What a file says, before it means anything.
     *
     * @throws FaultsException when it is too large, or in another encoding
     */
    public static String text(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw FaultLog.refusal(Wrong.TOO_LARGE, MAX_BYTES / 1024);
        }
        int first = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | content[1] & 0xff;
        Charset charset = first == 0xfeff || first == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw FaultLog.refusal(Wrong.ENCODING);
        }
    }
}
