package org.sifang.screening;

/** Where a declaration stands; the first words are all that the declarer is told. */
public enum DeclarationState {
    RECEIVED,
    /** It is with the community, or the county. */
    FORWARDED,
    /** It contradicts what is registered; the county has to look. The declarer sees it as forwarded. */
    CONFLICTING,
    /** Somebody has spoken with her. */
    CONTACTED;

    /** What the declarer may know: the same for those who are known already and those who are not. */
    public DeclarationState told() {
        return this == CONFLICTING ? FORWARDED : this;
    }
}
