package org.sifang.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the keys, readable by this account only and on the disk before anything is sealed with it. */
final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);

    private final Path path;

    KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** @throws KeyFileException when it is not there or holds no keys */
    KeyRing read() {
        try {
            return KeyRing.read(Files.readString(path));
        } catch (NoSuchFileException missing) {
            throw new KeyFileException(
                    "There is no key file " + path + " for the personal data.",
                    "Put the key file there, or name its place with sifang.key-file.");
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The cause may quote the file.
            throw new KeyFileException(
                    "The key file " + path + " cannot be read: "
                            + unreadable.getClass().getSimpleName() + ".",
                    "Restore it from its copy; without the keys the personal data cannot be read by anybody.");
        }
    }

    /** Makes the file with fresh keys; when another application made it in the meantime, those count. */
    KeyRing create() {
        KeyRing fresh = KeyRing.fresh();
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            write(path, fresh);
            log.info("Keys for personal data were made in {}. Keep a copy of this file apart from the database.", path);
            return fresh;
        } catch (FileAlreadyExistsException already) {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts other keys in the file's place, at once and whole. */
    void replace(KeyRing keys) {
        Path beside = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            write(beside, keys);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path target, KeyRing keys) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(keys.write().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
