package org.sifang.emergency;

/** What has to be done about a positive, side by side, each with its own clock. */
public enum Branch {
    /** The statutory report, with its number. */
    REPORT,
    /** Until the patient is handed over to the designated hospital. */
    TRANSFER,
    /** Contacts, and their contacts. */
    CONTACTS,
    /** The place of work or school. */
    UNIT,
    /** Sites closed and disinfected. */
    SITES,
    /** Whether the disinfected sites may open again; its clock starts with the disinfection. */
    REOPENING
}
