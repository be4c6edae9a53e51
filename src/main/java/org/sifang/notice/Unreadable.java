package org.sifang.notice;

/** A scalar that is not what it should be; says what is wrong, the caller knows where. */
final class Unreadable extends Exception {

    private final Wrong what;
    private final transient Object[] args;

    Unreadable(Wrong what, Object... args) {
        super(what.key(), null, false, false);
        this.what = what;
        this.args = args;
    }

    Wrong what() {
        return what;
    }

    Object[] args() {
        return args;
    }
}
