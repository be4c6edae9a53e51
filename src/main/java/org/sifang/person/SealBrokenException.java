package org.sifang.person;

/** Something sealed does not open: it was changed, moved, or sealed with other keys. */
public class SealBrokenException extends RuntimeException {

    SealBrokenException(String context) {
        super("The seal does not open: " + context);
    }
}
