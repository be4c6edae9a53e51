package org.sifang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under whom PostgreSQL runs: it refuses to run as root.
 *
 * @param prefix the words before each command; empty for an ordinary account
 * @param owner to whom its files must belong; null when that is so by itself
 */
record Account(List<String> prefix, @Nullable UserPrincipal owner) {

    Account {
        prefix = List.copyOf(prefix);
    }

    /**
     * The account for this process. Root hides in a user namespace of its own, where it is nobody but still owns its
     * files; where the system allows no such namespace, the server runs as {@code postgres} or {@code nobody}.
     *
     * @param home a folder that this process just wrote to
     */
    static Account of(Path home) throws IOException {
        if (!rootIsAtWork(home)) {
            return new Account(List.of(), null);
        }
        Account hidden = new Account(List.of("unshare", "-U"), named(home, "root"));
        if (hidden.works()) {
            return hidden;
        }
        return lesser(home);
    }

    /** An account with fewer rights than root's. */
    static Account lesser(Path home) throws IOException {
        for (String name : List.of("postgres", "nobody")) {
            UserPrincipal owner = named(home, name);
            Account account =
                    new Account(List.of("setpriv", "--reuid=" + name, "--regid=65534", "--clear-groups"), owner);
            if (owner != null && account.works()) {
                return account;
            }
        }
        throw new DatabaseStartException(
                "PostgreSQL refuses to run as root, and here it can run neither in a user namespace (unshare)"
                        + " nor as postgres or nobody (setpriv).",
                "Start the application under an ordinary account, or set spring.datasource.url.");
    }

    List<String> command(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program);
        words.addAll(arguments);
        return words;
    }

    /**
     * Gives a file or a folder with all in it to this account. Between two starts the account may have changed.
     *
     * @throws DatabaseStartException if it may not pass a folder above
     */
    void own(Path path) throws IOException {
        if (owner == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!owner.equals(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS))) {
                    Files.getFileAttributeView(
                                    file,
                                    java.nio.file.attribute.FileOwnerAttributeView.class,
                                    LinkOption.NOFOLLOW_LINKS)
                            .setOwner(owner);
                }
            }
        }
    }

    /** Makes sure that this account reaches what lies in {@code folder}, which belongs to this process. */
    void reach(Path folder) throws IOException {
        if (owner == null || canPass(folder)) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(folder, permissions);
        if (!canPass(folder)) {
            throw new DatabaseStartException(
                    "PostgreSQL runs as " + owner.getName() + ", who cannot reach " + folder + ".",
                    "Set sifang.data to a folder that this account can reach, such as one in /var/lib, or start the"
                            + " application under an ordinary account.");
        }
    }

    private boolean canPass(Path folder) {
        return succeeds("test", List.of("-x", folder.toString()));
    }

    /** Whether the prefix gives a user who is not root and has a name; initdb asks for one. */
    private boolean works() {
        return succeeds("sh", List.of("-c", "test \"$(id -u)\" != 0 && id -un"));
    }

    private boolean succeeds(String program, List<String> arguments) {
        try {
            return new ProcessBuilder(command(program, arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean rootIsAtWork(Path home) throws IOException {
        if (!home.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        Path probe = Files.createTempFile(home, "account", null);
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }

    private static @Nullable UserPrincipal named(Path home, String name) throws IOException {
        try {
            return home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
        } catch (UserPrincipalNotFoundException e) {
            return null;
        }
    }
}
