package org.sifang.organization;

/** Published in the transaction that changes a password: whoever is signed in with the old one is so no longer. */
public record PasswordChanged(String username) {}
