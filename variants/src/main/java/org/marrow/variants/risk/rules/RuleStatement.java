package org.marrow.variants.risk.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;

/**
 * One statement of a rule file: a line that begins at its margin with the indented lines that follow it, without comments. Every
 * place in its text is known by line and column of the file.
 */
final class RuleStatement {
    private final Path file;
    private final String text;
    private final List<Segment> segments;

    /** A part of the text that stands on one line. */
    private record Segment(int offset, long line, int column) {}

    private RuleStatement(Path file, String text, List<Segment> segments) {
        this.file = file;
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /** The statements of a file. A comment begins with {@code #} at the margin or after a blank. */
    static List<RuleStatement> of(String content, Path file) {
        List<RuleStatement> statements = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Segment> segments = new ArrayList<>();
        String[] lines = content.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = withoutComment(lines[i]).stripTrailing();
            if (line.isBlank()) {
                continue;
            }
            boolean continues = Character.isWhitespace(line.charAt(0));
            if (continues && segments.isEmpty()) {
                throw new FormatException(file, Location.line(i + 1L), "a statement at the margin", "an indented line");
            }
            if (!continues && !segments.isEmpty()) {
                statements.add(new RuleStatement(file, text.toString(), segments));
                text = new StringBuilder();
                segments = new ArrayList<>();
            }
            if (!text.isEmpty()) {
                text.append(' ');
            }
            int indent = line.length() - line.stripLeading().length();
            segments.add(new Segment(text.length(), i + 1L, indent + 1));
            text.append(line, indent, line.length());
        }
        if (!segments.isEmpty()) {
            statements.add(new RuleStatement(file, text.toString(), segments));
        }
        return statements;
    }

    private static String withoutComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    String text() {
        return text;
    }

    /** Where something in the text stands in the file. */
    Location at(int offset) {
        Segment segment = segments.getFirst();
        for (Segment one : segments) {
            if (one.offset() <= offset) {
                segment = one;
            }
        }
        int column = segment.column() + offset - segment.offset();
        return Location.column(segment.line(), Integer.toString(column));
    }

    FormatException wrong(int offset, String expected, String found) {
        return new FormatException(file, at(offset), expected, found);
    }
}
