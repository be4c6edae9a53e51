package org.sifang.document;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Sha256;

/**
 * A file somebody handed over, fit to be kept.
 *
 * @param name without a path, at most {@value #LONGEST_NAME} characters
 * @param hash SHA-256 of the bytes, in hex
 */
public record Upload(String name, FileKind kind, byte[] bytes, String hash) {

    private static final int LONGEST_NAME = 120;
    private static final int MEGABYTE = 1024 * 1024;

    /**
     * @param path of the field, for faults
     * @param largest in bytes
     * @throws FaultsException when there is none, or it is too large or of another kind
     */
    public static Upload of(String path, @Nullable String name, byte[] bytes, Set<FileKind> kinds, int largest) {
        if (bytes.length == 0) {
            throw new FaultsException(Fault.at(path, "fault.upload.missing"));
        }
        if (bytes.length > largest) {
            throw new FaultsException(Fault.at(path, "fault.upload.large", largest / MEGABYTE));
        }
        FileKind kind = FileKind.of(bytes)
                .filter(kinds::contains)
                .orElseThrow(() -> new FaultsException(Fault.at(
                        path, kinds.contains(FileKind.OFFICE) ? "fault.upload.kind" : "fault.upload.kind.picture")));
        byte[] kept = kind.clean(bytes);
        return new Upload(tidy(name, kind), kind, kept, Sha256.hex(kept));
    }

    private static String tidy(@Nullable String name, FileKind kind) {
        String plain = name == null
                ? ""
                : name.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\"]", "")
                        .strip();
        if (plain.isEmpty()) {
            return "file" + kind.ending();
        }
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
