package org.sifang.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once from the jar of this platform.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /**
     * Unpacks into {@code cache} unless that was done before. The folder's name carries the archive's digest, so that a
     * new release of PostgreSQL never meets the files of an old one.
     */
    static Binaries in(Path cache) throws IOException {
        byte[] archive = archive();
        Path folder = cache.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(cache);
            Path fresh = Files.createTempDirectory(cache, "unpacking-");
            try {
                unpack(archive, fresh);
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException another) {
                if (!Files.isDirectory(folder)) {
                    throw another;
                }
            } finally {
                FileSystemUtils.deleteRecursively(fresh);
            }
        }
        return new Binaries(folder);
    }

    /** The path of a program such as {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    private static byte[] archive() throws IOException {
        String name = System.getProperty("os.name");
        String system = WINDOWS ? "Windows" : name.startsWith("Mac") ? "Darwin" : "Linux";
        String architecture = System.getProperty("os.arch");
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            return packed.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new DatabaseStartException(
                    "There is no PostgreSQL for " + name + " on " + architecture + " in this application.",
                    "Set spring.datasource.url to a PostgreSQL 17 of your own.",
                    missing);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("The archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean program = target.relativize(file).startsWith("bin");
                    if (program && !file.toFile().setExecutable(true, false)) {
                        throw new IOException("Cannot make executable: " + file);
                    }
                }
            }
        }
    }
}
