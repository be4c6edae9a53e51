package org.sifang.person;

/** The keys for personal data cannot be had; says in plain words why, and what the operator can do. */
public final class KeyFileException extends RuntimeException {

    private final String remedy;

    KeyFileException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
