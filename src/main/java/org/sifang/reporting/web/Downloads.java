package org.sifang.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sifang.organization.Actor;
import org.sifang.reporting.Report;
import org.sifang.reporting.ReportPaper;
import org.sifang.reporting.ReportSheet;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Files of a report. Each is made whole before its first byte leaves: a download either is complete or is an answer that
 * says why not.
 */
@Component
class Downloads {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReportPaper papers;
    private final ReportSheet sheets;

    Downloads(ReportPaper papers, ReportSheet sheets) {
        this.papers = papers;
        this.sheets = sheets;
    }

    ResponseEntity<byte[]> sheet(Report report, Actor actor, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(report, actor, locale, out);
        return file(out, XLSX, name(report, "") + ".xlsx");
    }

    ResponseEntity<byte[]> paper(Report report, int supplement, Actor actor, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.print(report, supplement, actor, locale, out);
        return file(out, MediaType.APPLICATION_PDF, name(report, supplement == 0 ? "" : "-" + supplement) + ".pdf");
    }

    ResponseEntity<byte[]> preview(Report report, Actor actor, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.preview(report, actor, locale, out);
        return file(out, MediaType.APPLICATION_PDF, name(report, "-preview") + ".pdf");
    }

    private static String name(Report report, String suffix) {
        return report.organizationName() + "-" + report.obligation() + "-" + report.day() + suffix;
    }

    private static ResponseEntity<byte[]> file(ByteArrayOutputStream content, MediaType type, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type);
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        return ResponseEntity.ok().headers(headers).body(content.toByteArray());
    }
}
