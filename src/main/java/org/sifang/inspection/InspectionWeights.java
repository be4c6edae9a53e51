package org.sifang.inspection;

import java.util.List;
import org.sifang.inspection.DrawInput.Reason;

/** The rule by which organisations get their chance to be drawn. */
public interface InspectionWeights {

    /** Every rule that speaks for this record, with its points; their sum is the weight. */
    List<Reason> decide(TrackRecord record);
}
