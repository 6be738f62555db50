package org.marrow.io.h5ad.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small named value of a group or dataset. */
public final class Hdf5Attribute {
    private static final int SHARED = 0x03;

    private final Hdf5File file;
    private final String place;
    private final Datatype type;
    private final Dataspace space;
    private final Cursor data;

    private Hdf5Attribute(Hdf5File file, String place, Datatype type, Dataspace space, Cursor data) {
        this.file = file;
        this.place = place;
        this.type = type;
        this.space = space;
        this.data = data;
    }

    /** All attributes of an object, by name. */
    static Map<String, Hdf5Attribute> readAll(Hdf5File file, ObjectHeader header, String path) {
        Map<String, Hdf5Attribute> attributes = new TreeMap<>();
        for (Cursor message : header.all(ObjectHeader.ATTRIBUTE)) {
            read(file, message, path, attributes);
        }
        if (header.find(ObjectHeader.ATTRIBUTE_INFO).orElse(null) instanceof Cursor info) {
            readDense(file, info, path, attributes);
        }
        return attributes;
    }

    private static void readDense(Hdf5File file, Cursor info, String path, Map<String, Hdf5Attribute> attributes) {
        info.version(0, "an attribute info message");
        int flags = info.u8();
        if ((flags & 1) != 0) {
            info.skip(2);
        }
        long heapAddress = info.fileAddress();
        long tree = info.fileAddress();
        if (heapAddress == Cursor.UNDEFINED) {
            return;
        }
        FractalHeap heap = FractalHeap.open(file.bytes(), heapAddress);
        BTree2.walk(file.bytes(), tree, BTree2.ATTRIBUTE_NAMES, entry -> {
            Cursor identifier = entry.slice(8);
            if ((entry.u8() & 0x02) != 0) {
                throw entry.damaged("attributes of the object's own", "a shared one");
            }
            read(file, heap.object(identifier), path, attributes);
        });
    }

    private static void read(Hdf5File file, Cursor in, String path, Map<String, Hdf5Attribute> attributes) {
        int version = in.u8();
        int flags = in.u8();
        int nameLength = in.u16();
        int typeLength = in.u16();
        int spaceLength = in.u16();
        if (version < 1 || version > 3) {
            throw in.damaged("version 1 to 3 of an attribute", "version " + version);
        }
        if (version > 1 && (flags & SHARED) != 0) {
            throw in.damaged("an attribute with a datatype of its own", "a shared datatype");
        }
        in.skip(version == 3 ? 1 : 0);
        int unit = version == 1 ? 8 : 1;
        Cursor name = padded(in, nameLength, unit);
        Cursor type = padded(in, typeLength, unit);
        Cursor space = padded(in, spaceLength, unit);
        String text = Text.decode(name.untilNul());
        Hdf5Attribute attribute =
                new Hdf5Attribute(file, path + "@" + text, Datatype.read(type), Dataspace.read(space), in);
        if (Math.multiplyExact(attribute.space.elements(), attribute.type.size()) > in.remaining()) {
            throw in.damaged(
                    "the whole value of attribute " + Text.printable(text), "only " + in.remaining() + " bytes");
        }
        if (attributes.put(text, attribute) != null) {
            throw in.damaged("each attribute once", Text.printable(text) + " twice");
        }
    }

    private static Cursor padded(Cursor in, int length, int unit) {
        Cursor part = in.slice(length);
        in.skip(Math.floorMod(-length, unit));
        return part;
    }

    /** The text of an attribute that holds one. */
    public String text() {
        List<String> texts = texts();
        if (texts.size() != 1) {
            throw file.damaged(place, "one text", texts.size() + " of them");
        }
        return texts.getFirst();
    }

    /** All texts of an attribute; none where it holds no value, whatever its type: that is how h5py stores an empty list. */
    public List<String> texts() {
        return file.reading(place, () -> {
            if (space.elements() == 0) {
                return List.of();
            }
            if (!(type instanceof Datatype.HeapText || type instanceof Datatype.FixedText)) {
                throw new DamageException("text", type.describe());
            }
            ByteBuffer values = values();
            List<String> texts = new ArrayList<>();
            long characters = 0;
            for (int i = 0; i < space.elements(); i++) {
                String text = file.text(values, i * type.size(), type);
                characters += text.length();
                file.requireMemory(place, 2 * characters);
                texts.add(text);
            }
            return texts;
        });
    }

    /** All whole numbers of an attribute. */
    public long[] wholes() {
        return file.reading(place, () -> {
            if (!(type instanceof Datatype.Whole whole)) {
                throw new DamageException("whole numbers", type.describe());
            }
            ByteBuffer values = values();
            long[] numbers = new long[Math.toIntExact(space.elements())];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Numbers.wholeAt(values, i * type.size(), whole);
            }
            return numbers;
        });
    }

    /** The truth value of an attribute that holds one; numpy's, or a number that is not 0. */
    public boolean truth() {
        return file.reading(place, () -> {
            Datatype.Whole whole =
                    switch (type) {
                        case Datatype.Enumeration enumeration -> enumeration.base();
                        case Datatype.Whole number -> number;
                        default -> throw new DamageException("a truth value", type.describe());
                    };
            if (space.elements() != 1) {
                throw new DamageException("one truth value", space.elements() + " of them");
            }
            return Numbers.wholeAt(values(), 0, whole) != 0;
        });
    }

    /** The object that an attribute refers to. */
    public Hdf5Dataset dataset() {
        long address = file.reading(place, () -> {
            if (!(type instanceof Datatype.ObjectReference) || space.elements() != 1) {
                throw new DamageException("a reference to one object", type.describe());
            }
            return values().getLong(0);
        });
        return file.datasetAt(address, place);
    }

    private ByteBuffer values() {
        return data.rest().asByteBuffer().order(Numbers.order(type));
    }
}
