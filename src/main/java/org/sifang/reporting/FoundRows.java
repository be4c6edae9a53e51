package org.sifang.reporting;

import java.util.List;
import java.util.UUID;
import org.sifang.kernel.DivisionCode;

/** The people a notice looks for, as far as an organisation and those below it have found them. */
interface FoundRows {

    /** In the order of being found. */
    List<ReportRow> found(UUID notice, String organization, DivisionCode division);
}
