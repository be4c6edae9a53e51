package org.sifang.isolation;

/** What is asked for at a check or a visit: the eleven signs by which a suspected case was recognised. */
public enum Symptom {
    FEVER,
    DRY_COUGH,
    FATIGUE,
    SMELL_OR_TASTE,
    STUFFY_NOSE,
    RUNNY_NOSE,
    SORE_THROAT,
    CONJUNCTIVITIS,
    MUSCLE_PAIN,
    DIARRHOEA,
    BREATHLESS
}
