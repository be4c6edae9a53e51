package org.sifang.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of the own database, held by one application at a time.
 *
 * <p>Beside the server's {@code postgres} lie its password, its log and the lock.
 */
final class DataFolder implements AutoCloseable {

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
    static DataFolder lock(Path home) throws IOException {
        Path absolute = home.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        Path file = absolute.resolve("postgres.lock");
        FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(absolute));
        try {
            if (channel.tryLock() == null) {
                throw held(absolute);
            }
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw held(absolute);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        // The holder's process id goes beside the lock: Windows lets nobody read a locked file.
        Files.writeString(
                absolute.resolve("postgres.holder"),
                Long.toString(ProcessHandle.current().pid()));
        return new DataFolder(absolute, channel);
    }

    Path lockFile() {
        return home.resolve("postgres.lock");
    }

    Path data() {
        return home.resolve("postgres");
    }

    /** Where a new database is made; it moves to {@link #data()} when it is complete. */
    Path fresh() {
        return home.resolve("postgres.new");
    }

    Path serverLog() {
        return home.resolve("postgres.log");
    }

    /** What the last command of the server's programs said. */
    Path output() {
        return home.resolve("postgres.out");
    }

    boolean isNew() {
        return !Files.exists(data());
    }

    String password() {
        try {
            return Files.readString(home.resolve("postgres.password")).strip();
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The password of the own database cannot be read: " + e,
                    "Restore postgres.password in " + home + ".",
                    e);
        }
    }

    void writePassword(String password) throws IOException {
        Path file = home.resolve("postgres.password");
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(home))) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** Whether a server runs on this folder. The process id alone proves nothing: the system gives it out again. */
    boolean serverIsAlive() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            return false;
        }
        Optional<String> command = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command());
        return command.map(name -> Path.of(name).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DatabaseStartException held(Path home) throws IOException {
        Path holder = home.resolve("postgres.holder");
        String pid = Files.exists(holder) ? Files.readString(holder).strip() : "?";
        return new DatabaseStartException(
                "The data folder " + home + " is in use by another application, process " + pid + ".",
                "Stop that one first, or give this one a folder of its own with sifang.data.");
    }

    private static FileAttribute<?>[] ownerOnly(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
