package org.sifang.notice;

/** The two reviews a notice passes before it is signed; each is done by the department of that line. */
public enum ReviewKind {
    HEALTH("HEALTH"),
    LEGAL("JUSTICE");

    private final String sector;

    ReviewKind(String sector) {
        this.sector = sector;
    }

    /** Line of the reviewing department. */
    public String sector() {
        return sector;
    }
}
