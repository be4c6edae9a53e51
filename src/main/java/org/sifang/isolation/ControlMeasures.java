package org.sifang.isolation;

/** The decision table {@code control-measures}. */
public interface ControlMeasures {

    ControlMeasure decide(Circumstances circumstances);
}
