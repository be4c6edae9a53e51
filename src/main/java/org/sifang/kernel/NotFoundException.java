package org.sifang.kernel;

/** There is no such thing, or none in the asker's scope: both are answered alike (HTTP 404). */
public class NotFoundException extends RuntimeException {

    private final String kind;

    /** @param kind message key below {@code kind.}, such as {@code duty} */
    public NotFoundException(String kind) {
        super("No such " + kind);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
