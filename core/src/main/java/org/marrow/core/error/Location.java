package org.marrow.core.error;

import static java.util.Objects.requireNonNull;

/** A place in a file, as exact as its reader can tell. */
public sealed interface Location {

    /** The place as it follows a file name in a message, such as {@code ", line 3, column 2"}; may be empty. */
    String describe();

    /** The file as a whole. */
    record Whole() implements Location {
        @Override
        public String describe() {
            return "";
        }
    }

    /** A line of a text file, from 1. */
    record Line(long line) implements Location {
        public Line {
            InvalidValueException.check(line >= 1, "line", line, "a number from 1");
        }

        @Override
        public String describe() {
            return ", line " + line;
        }
    }

    /** A named column of a line, line from 1. */
    record Column(long line, String column) implements Location {
        public Column {
            InvalidValueException.check(line >= 1, "line", line, "a number from 1");
            requireNonNull(column, "column");
        }

        @Override
        public String describe() {
            return ", line " + line + ", column " + column;
        }
    }

    /** A byte offset, from 0. */
    record Offset(long bytes) implements Location {
        public Offset {
            InvalidValueException.check(bytes >= 0, "bytes", bytes, "a number from 0");
        }

        @Override
        public String describe() {
            return ", byte " + bytes;
        }
    }

    /** A record of a binary file, from 1. */
    record Record(long number) implements Location {
        public Record {
            InvalidValueException.check(number >= 1, "number", number, "a number from 1");
        }

        @Override
        public String describe() {
            return ", record " + number;
        }
    }

    /** A path inside a container file, such as {@code /obs/leiden} of an h5ad. */
    record Inside(String path) implements Location {
        public Inside {
            requireNonNull(path, "path");
        }

        @Override
        public String describe() {
            return ", " + path;
        }
    }

    static Location whole() {
        return new Whole();
    }

    static Location line(long line) {
        return new Line(line);
    }

    static Location column(long line, String column) {
        return new Column(line, column);
    }

    static Location offset(long bytes) {
        return new Offset(bytes);
    }

    static Location record(long number) {
        return new Record(number);
    }

    static Location inside(String path) {
        return new Inside(path);
    }
}
