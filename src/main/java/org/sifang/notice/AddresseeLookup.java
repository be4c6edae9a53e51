package org.sifang.notice;

/** What a definition has to know of the register of organisations. */
public interface AddresseeLookup {

    /** Whether an organisation has this code. */
    boolean exists(String code);

    /** Whether it is one that gives orders. */
    default boolean mayIssue(String code) {
        return exists(code);
    }

    /**
     * How many organisations of the issuer's area the rule means; the issuer itself is never among them, also where the rule
     * would cover it.
     */
    int count(AddresseeRule rule, String issuer);
}
