package org.sifang.organization;

/** What an import did: every line of the file is one of the three. */
public record ImportCounts(int created, int updated, int unchanged) {}
