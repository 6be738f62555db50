package org.marrow.io.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.marrow.core.error.BugException;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.Sha256;

/** The SHA-256 of files, read as a stream. */
public final class FileHash {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileHash() {}

    /**
     * Describes an input for a run's provenance.
     *
     * @param role what the file is used as, such as {@code vcf}
     * @throws org.marrow.core.error.UserException with code ACCESS when it cannot be read
     */
    public static InputFile describe(String role, Path file) {
        FileAccess.requireReadable(file);
        MessageDigest digest = newDigest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                bytes += n;
            }
        } catch (IOException failure) {
            throw FileAccess.failure(file, failure);
        }
        Path name = file.getFileName();
        return new InputFile(
                role,
                name == null ? file.toString() : name.toString(),
                bytes,
                new Sha256(HexFormat.of().formatHex(digest.digest())));
    }

    /** The hash alone. */
    public static Sha256 of(Path file) {
        return describe("file", file).sha256();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new BugException("Every Java platform has SHA-256", failure);
        }
    }
}
