package org.sifang.accountability;

import java.time.Instant;
import java.util.UUID;

/**
 * An official document as issued.
 *
 * @param number 发文字号
 * @param hash SHA-256 of the PDF, in hex
 */
public record IssuedPaper(
        UUID id,
        UUID caseId,
        PaperKind kind,
        String issuer,
        String number,
        String title,
        String addressee,
        Instant issuedAt,
        String issuedBy,
        String hash) {}
