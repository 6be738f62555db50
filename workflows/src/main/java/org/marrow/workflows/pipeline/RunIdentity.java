package org.marrow.workflows.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.marrow.core.error.BugException;
import org.marrow.core.run.InputFile;
import org.marrow.core.run.RunId;

/** Names a run by what it is made from: the same version, parameters and inputs have the same name. */
final class RunIdentity {
    private static final int DIGITS = 16;

    private RunIdentity() {}

    static RunId of(String toolVersion, Map<String, String> parameters, List<InputFile> inputs) {
        StringBuilder text = new StringBuilder();
        text.append("marrow ").append(toolVersion).append('\n');
        parameters.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        for (InputFile input : inputs) {
            text.append(input.role()).append(' ').append(input.sha256()).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return new RunId("run-" + HexFormat.of().formatHex(digest).substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new BugException("every Java has SHA-256", e);
        }
    }
}
