package org.sifang.accountability;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The official documents of a case; each is issued once. */
public enum PaperKind {
    /** 问责事项告知书: what the party is held to have failed, and how it is heard. */
    NOTICE("facts", "rights"),
    /** 问责决定书. */
    DECISION("facts", "hearing", "finding", "decision", "appeal"),
    /** 不予问责决定书: nobody is held to account. */
    DISMISSAL("facts", "hearing", "finding", "decision"),
    /** 督办通知书. */
    WRITTEN_URGE("facts", "demand"),
    /** 通报批评. */
    CIRCULATED_CRITICISM("facts", "finding", "demand"),
    /** 约谈通知书. */
    INTERVIEW_SUMMONS("facts", "demand"),
    /** 责令整改通知书. */
    RECTIFICATION_ORDER("facts", "demand"),
    /** 暂停资格决定书. */
    SUSPENSION("facts", "finding", "demand"),
    /** 问题线索移送函, with the sealed file. */
    REFERRAL("facts", "hearing", "finding", "demand"),
    /** 申诉处理决定书. */
    APPEAL_DECISION("appealed", "answer");

    private final List<String> sections;

    PaperKind(String... sections) {
        this.sections = List.of(sections);
    }

    /** Names of its sections, in their order. */
    List<String> sections() {
        return sections;
    }

    /** Whether the sealed facts go with it. */
    boolean withFacts() {
        return this == NOTICE || this == DECISION || this == REFERRAL;
    }

    /** The document that carries out this measure. */
    public static PaperKind of(MeasureKind measure) {
        return switch (measure) {
            case WRITTEN_URGE -> WRITTEN_URGE;
            case CIRCULATED_CRITICISM -> CIRCULATED_CRITICISM;
            case INTERVIEW -> INTERVIEW_SUMMONS;
            case RECTIFICATION -> RECTIFICATION_ORDER;
            case SUSPENSION -> SUSPENSION;
            case REFERRAL -> REFERRAL;
        };
    }

    /** Last part of its address: {@code written-urge}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return null when there is none of that address */
    public static @Nullable PaperKind ofPath(String path) {
        for (PaperKind kind : values()) {
            if (kind.path().equals(path)) {
                return kind;
            }
        }
        return null;
    }
}
