package org.sifang.screening;

/** What has to be seen beside a case's state. */
public enum CaseMark {
    /** The typed sex or age contradicts the document. */
    CONTRADICTION,
    /** Another county found the same person for the same notice; the case stays with the first. */
    ALSO_ELSEWHERE,
    BREACHED,
    UNREACHABLE,
    MOVED,
    /** She was on the list already, and declared herself, too. */
    DECLARED
}
