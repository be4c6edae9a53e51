package org.sifang.kernel;

/** The state does not allow the step; names the state that is and those that would do (HTTP 409). */
public class StateConflictException extends RuntimeException {

    private final String kind;
    private final String actual;
    private final String wanted;

    /**
     * @param kind message key below {@code kind.}, such as {@code duty}
     * @param actual name of the state as it is
     * @param wanted name of the state, or states with commas, that the step needs
     */
    public StateConflictException(String kind, String actual, String wanted) {
        super(kind + " is " + actual + ", needed is " + wanted);
        this.kind = kind;
        this.actual = actual;
        this.wanted = wanted;
    }

    public String kind() {
        return kind;
    }

    public String actual() {
        return actual;
    }

    public String wanted() {
        return wanted;
    }
}
