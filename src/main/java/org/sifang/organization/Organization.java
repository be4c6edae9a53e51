package org.sifang.organization;

import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;

/**
 * An organisation that gets or gives orders.
 *
 * @param code its code; a command's is the code of its division (150502)
 * @param sector the line it belongs to (HEALTH, PUBLIC_SECURITY, …), null for a command, which sees every line
 * @param grade grade of a hospital, 1 to 3
 * @param unitKind kind of a unit (SCHOOL, FACTORY, …)
 */
public record Organization(
        String code,
        String name,
        OrganizationKind kind,
        OrganizationLevel level,
        DivisionCode division,
        @Nullable String parent,
        @Nullable String sector,
        @Nullable Integer grade,
        @Nullable String unitKind) {}
