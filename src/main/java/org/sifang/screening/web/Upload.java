package org.sifang.screening.web;

import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file's name, without the folders some browsers send along, and its content. */
record Upload(String name, MultipartFile content) {

    /** @throws FaultsException when no file came */
    static Upload of(@Nullable MultipartFile file) {
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || (file.isEmpty() && (name == null || name.isEmpty()))) {
            throw new FaultsException(Fault.at("file", "fault.screening.file.missing"));
        }
        String given = name == null ? "" : name;
        return new Upload(given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'))), file);
    }
}
