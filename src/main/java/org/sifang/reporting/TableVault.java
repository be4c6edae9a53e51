package org.sifang.reporting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sifang.person.Vault;
import org.springframework.stereotype.Component;

/** Keeps the content of tables packed and sealed, under the same keys as people's data. */
@Component
class TableVault {

    private final Vault vault;

    TableVault(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID table, TableContent content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return vault.seal(packed.toByteArray(), context(table));
    }

    /** @throws org.sifang.person.SealBrokenException when it was changed, or belongs to another table */
    TableContent open(UUID table, byte[] content) {
        byte[] packed = vault.open(content, context(table));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new TableContent(gzip.readAllBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String context(UUID table) {
        return "report_table/" + table + "/content";
    }
}
