package org.marrow.io.h5ad.hdf5;

import java.nio.ByteOrder;
import java.util.List;

/** What one element of a dataset or attribute is (specification IV.A.2.d). */
public sealed interface Datatype {

    /** Bytes that one element takes. */
    int size();

    /** A whole number of 1, 2, 4 or 8 bytes. */
    record Whole(int size, boolean signed, ByteOrder order) implements Datatype {}

    /** An IEEE 754 number of 2, 4 or 8 bytes. */
    record Real(int size, ByteOrder order) implements Datatype {}

    /** Text of at most {@code size} bytes, ended by NUL or padded with {@code padding}. */
    record FixedText(int size, byte padding) implements Datatype {}

    /** Text that lies in a global heap. */
    record HeapText(int size) implements Datatype {}

    /** The address of another object of the file. */
    record ObjectReference(int size) implements Datatype {}

    /** Whole numbers that stand for names. */
    record Enumeration(Whole base, List<String> names, List<Long> values) implements Datatype {
        public Enumeration {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return base.size();
        }

        /** Whether this is how h5py stores truth values: FALSE is 0 and TRUE is 1. */
        public boolean isTruth() {
            return base.size() == 1 && names.equals(List.of("FALSE", "TRUE")) && values.equals(List.of(0L, 1L));
        }
    }

    /** Several values side by side. */
    record Compound(int size, List<Field> fields) implements Datatype {
        public Compound {
            fields = List.copyOf(fields);
        }
    }

    /** One value of a compound, {@code offset} bytes from its start. */
    record Field(String name, int offset, Datatype type) {}

    /** Something that no h5ad needs; it can be passed over but not read. */
    record Other(int size, String name) implements Datatype {}

    /** What a user would call it, for messages. */
    default String describe() {
        return switch (this) {
            case Whole whole -> (whole.signed() ? "int" : "uint") + 8 * whole.size();
            case Real real -> "float" + 8 * real.size();
            case FixedText text -> "text of " + text.size() + " bytes";
            case HeapText text -> "text";
            case ObjectReference reference -> "an object reference";
            case Enumeration enumeration -> enumeration.isTruth() ? "truth values" : "an enumeration";
            case Compound compound -> "a compound of " + compound.fields().size() + " fields";
            case Other other -> other.name();
        };
    }

    /** Reads a datatype message. */
    static Datatype read(Cursor in) {
        return DatatypeParsing.read(in, 0);
    }
}
