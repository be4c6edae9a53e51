package org.sifang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of the own database, held by one application at a time.
 *
 * <p>Beside the server's {@code postgres} lie its password, its log and the lock.
 */
final class DataFolder implements AutoCloseable {

    /** Closing any channel to a locked file drops the process's lock, so the file must not be opened twice. */
    private static final Set<Path> heldHere = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel lock;

    private DataFolder(Path home, FileChannel lock) {
        this.home = home;
        this.lock = lock;
    }

    /**
     * Takes the folder, creating it if need be.
     *
     * @throws DatabaseStartException if another application holds it, naming its process id
     */
    static DataFolder lock(Path given) throws IOException {
        Path absolute = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            Files.createDirectories(absolute.getParent() == null ? absolute : absolute.getParent());
            Files.createDirectory(absolute, ownerOnly(absolute, "rwx------"));
        }
        Path home = absolute.toRealPath();
        if (!heldHere.add(home)) {
            throw held(home);
        }
        try {
            FileChannel channel = FileChannel.open(
                    home.resolve("postgres.lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly(home, "rw-------"));
            if (channel.tryLock() == null) {
                channel.close();
                throw held(home);
            }
            // The holder's process id lies beside the lock: Windows lets nobody read a locked file.
            Files.writeString(
                    home.resolve("postgres.holder"),
                    Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(home, channel);
        } catch (IOException | RuntimeException e) {
            heldHere.remove(home);
            throw e;
        }
    }

    Path home() {
        return home;
    }

    /** The server's own folder. */
    Path data() {
        return home.resolve("postgres");
    }

    /** What the server says. */
    Path log() {
        return home.resolve("postgres.log");
    }

    /** What the last of PostgreSQL's programs said. */
    Path output() {
        return home.resolve("postgres.out");
    }

    /** An empty folder in which to make the database; traces of attempts that were cut off vanish. */
    Path fresh() throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(home, "postgres.new*")) {
            for (Path attempt : attempts) {
                FileSystemUtils.deleteRecursively(attempt);
            }
        }
        return Files.createTempDirectory(home, "postgres.new");
    }

    /** Empties the log, keeping the one before. */
    void turnLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(log(), ownerOnly(home, "rw-------"));
    }

    boolean hasPassword() {
        return Files.exists(passwordFile());
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it where only this account can read, on the disk before it is used. */
    void writePassword(String password) throws IOException {
        Files.deleteIfExists(passwordFile());
        try (FileChannel channel = FileChannel.open(
                passwordFile(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                ownerOnly(home, "rw-------"))) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            heldHere.remove(home);
        }
    }

    private Path passwordFile() {
        return home.resolve("postgres.password");
    }

    private static DatabaseStartException held(Path home) throws IOException {
        Path holder = home.resolve("postgres.holder");
        String pid = Files.exists(holder) ? Files.readString(holder).strip() : "unknown";
        return new DatabaseStartException(
                "The data folder " + home + " is in use by another application, process " + pid + ".",
                "Stop that one first, or give this one a folder of its own with sifang.data.");
    }

    private static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
