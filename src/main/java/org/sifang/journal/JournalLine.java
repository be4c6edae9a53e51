package org.sifang.journal;

import java.time.Instant;

/**
 * An entry in the reader's words, for timelines.
 *
 * @param who name of the officer, or the word for the system
 * @param sentence what he did
 * @param tone class of the colour: ok, soon, late, bad or nothing
 */
public record JournalLine(Instant at, String who, String sentence, String tone) {}
