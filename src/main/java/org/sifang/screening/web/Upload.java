package org.sifang.screening.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file's name and content. */
record Upload(String name, byte[] content) {

    /** @throws FaultsException when no file came */
    static Upload of(@Nullable MultipartFile file) throws IOException {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || (file.isEmpty() && (name == null || name.isEmpty()))) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.missing"));
        }
        String given = name == null ? "" : name;
        return new Upload(
                given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'))), file.getBytes());
    }
}
