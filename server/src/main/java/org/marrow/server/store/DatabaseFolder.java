package org.marrow.server.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an embedded database keeps its files: the programs of PostgreSQL, one cluster, two passwords.
 *
 * <p>The file {@code ready} names the cluster once that holds a usable database. A cluster that it does not name was left by a
 * first start that was killed, and holds no results. Each cluster has a name of its own, because an {@code initdb} that outlives
 * its killed parent empties its folder when it fails.
 */
final class DatabaseFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);

    private static final String CLUSTER = "cluster-";
    private static final int PASSWORD_BYTES = 32;
    private static final int NAME_BYTES = 6;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** @param folder that exists, locked by the caller */
    DatabaseFolder(Path folder) {
        this.folder = folder;
    }

    boolean isReady() {
        return Files.exists(ready());
    }

    private Path ready() {
        return folder.resolve("ready");
    }

    Path binaries() {
        return folder.resolve("binaries");
    }

    Path administratorPassword() {
        return folder.resolve("administrator-password");
    }

    Path ownerPassword() {
        return folder.resolve("password");
    }

    /** The cluster of a folder that is ready. */
    Path cluster() throws IOException {
        return folder.resolve(Files.readString(ready()));
    }

    /** Begins a folder that is not ready: new passwords, and the name of a cluster that does not exist yet. */
    Path begin() throws IOException {
        DeletedTree.delete(binaries());
        OwnerOnly.createFolder(binaries());
        OwnerOnly.writeFile(administratorPassword(), randomName(PASSWORD_BYTES));
        OwnerOnly.writeFile(ownerPassword(), randomName(PASSWORD_BYTES));
        return folder.resolve(CLUSTER + randomName(NAME_BYTES));
    }

    void markReady(Path cluster) throws IOException {
        OwnerOnly.writeFile(ready(), cluster.getFileName().toString());
    }

    private String randomName(int bytes) {
        byte[] name = new byte[bytes];
        random.nextBytes(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    List<Path> clusters() throws IOException {
        List<Path> clusters = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, CLUSTER + "*")) {
            found.forEach(clusters::add);
        }
        return clusters;
    }

    /** Deletes the clusters that {@code ready} does not name. */
    void deleteUnfinished() throws IOException {
        for (Path cluster : clusters()) {
            if (!isReady() || !cluster.equals(cluster())) {
                try {
                    DeletedTree.delete(cluster);
                } catch (IOException busy) {
                    LOG.info("{} is still being written to and will be deleted at another start", cluster, busy);
                }
            }
        }
    }
}
