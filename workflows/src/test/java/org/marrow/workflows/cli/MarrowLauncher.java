package org.marrow.workflows.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Types {@code ./marrow} as a user does, with the jars that the build has just packed. */
final class MarrowLauncher {
    private static final long DEADLINE_MINUTES = 15;

    private MarrowLauncher() {}

    /** Folder of the checkout. */
    static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("marrow"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home().resolve("marrow").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // The jars are being made by the very build that runs this test.
        builder.environment().put("MARROW_NO_BUILD", "1");
        return builder;
    }

    /** Runs a command to its end. */
    static Outcome run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("marrow", ".out");
        Path err = Files.createTempFile("marrow", ".err");
        try {
            Process process = command(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("marrow " + List.of(arguments) + " did not end in time");
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    record Outcome(int exit, String out, String err) {
        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.isEmpty() ? "" : lines.getLast();
        }
    }

    /** A server that was started as a user starts it, stopped when the test is over. */
    static final class Server implements AutoCloseable {
        private final Process process;
        private final String address;

        private Server(Process process, String address) {
            this.process = process;
            this.address = address;
        }

        static Server start(Path data) throws IOException {
            Process process = command("serve", "--port", "0", "--data", data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var reader = process.inputReader(StandardCharsets.UTF_8);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int at = line.indexOf("http://");
                if (at >= 0) {
                    return new Server(process, line.substring(at, line.indexOf("/ ", at)));
                }
            }
            throw new AssertionError("the server ended before it named its address");
        }

        String address() {
            return address;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
