package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A command as a user could type it again, file names without their folders, since folders say where somebody works. */
final class TypedCommand {
    private TypedCommand() {}

    static String of(String command, Map<String, Path> files, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder("marrow ").append(command);
        new TreeMap<>(files)
                .forEach((option, file) ->
                        text.append(' ').append(option).append(' ').append(file.getFileName()));
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        text.append(" --").append(name).append(' ').append(value));
        return text.toString();
    }
}
