package org.marrow.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The file by which a running PostgreSQL marks its cluster. Its lines are the process id, the cluster, the start time and the
 * port (PostgreSQL manual, "Database File Layout").
 *
 * @param pid empty when there is no such file, or when it is not fully written
 */
record PostmasterFile(Path path, OptionalLong pid, OptionalInt port) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final Duration POLL = Duration.ofMillis(50);

    static PostmasterFile read(Path cluster) throws IOException {
        Path path = cluster.resolve("postmaster.pid");
        List<String> lines;
        try {
            lines = Files.readAllLines(path);
        } catch (NoSuchFileException absent) {
            lines = List.of();
        }
        OptionalLong pid = number(lines, PID_LINE);
        OptionalLong port = number(lines, PORT_LINE);
        return new PostmasterFile(
                path, pid, port.isPresent() ? OptionalInt.of((int) port.getAsLong()) : OptionalInt.empty());
    }

    private static OptionalLong number(List<String> lines, int index) {
        if (index >= lines.size() || !lines.get(index).strip().matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(lines.get(index).strip()));
    }

    /** Waits until the file is gone, which is the last thing that a stopping PostgreSQL does. */
    static boolean awaitGone(Path cluster, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        Path path = cluster.resolve("postmaster.pid");
        while (Files.exists(path)) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while PostgreSQL was stopping", interrupted);
            }
        }
        return true;
    }
}
