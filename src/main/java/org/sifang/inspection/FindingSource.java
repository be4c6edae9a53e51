package org.sifang.inspection;

/** How something was found. */
public enum FindingSource {
    INSPECTION,
    SELF_CHECK,
    INVENTORY,
    HAND
}
