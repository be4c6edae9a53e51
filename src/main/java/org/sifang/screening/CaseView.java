package org.sifang.screening;

import org.sifang.person.PersonMasked;

/** A case and who it is about, as everybody in scope may see it. */
public record CaseView(PersonCase found, PersonMasked person) {}
