package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.Location;
import org.marrow.core.error.UserException;
import org.marrow.io.guard.FileAccess;

/**
 * An HDF5 file that is read. Whatever is wrong with it comes out as one {@link FormatException} that names the object's path
 * and the byte. Not for use by several threads at once.
 */
public final class Hdf5File implements AutoCloseable {
    /** Names and categories are short; a longer text is damage or a bomb. */
    private static final int LONGEST_TEXT = 1 << 16;

    private final Path path;
    private final FileBytes bytes;
    private final GlobalHeap heap;
    private final Hdf5Group root;

    private Hdf5File(Path path, FileBytes bytes) {
        this.path = path;
        this.bytes = bytes;
        this.heap = new GlobalHeap(bytes);
        long address = reading("/", () -> Superblock.readRootAddress(bytes));
        this.root = group(address, "");
    }

    /**
     * Opens a file.
     *
     * @throws UserException with code ACCESS when it cannot be read
     * @throws FormatException when it is not an HDF5 file or is truncated
     */
    public static Hdf5File open(Path path) {
        FileAccess.requireReadable(path);
        FileBytes bytes;
        try {
            bytes = FileBytes.map(path);
        } catch (IOException failure) {
            throw new UserException(
                    ErrorCode.ACCESS, path + ": the file cannot be read (" + failure.getMessage() + ")", failure);
        }
        try {
            return new Hdf5File(path, bytes);
        } catch (RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    public Path path() {
        return path;
    }

    public Hdf5Group root() {
        return root;
    }

    /** The mistake at an object of this file. */
    public FormatException damaged(String place, String expected, String found) {
        return new FormatException(path, Location.inside(place), expected, found);
    }

    /**
     * Sees that memory for {@code needed} bytes can be had at all before it is asked for.
     *
     * @throws UserException with code ENVIRONMENT when Java's heap is too small for it
     */
    public void requireMemory(String place, long needed) {
        long heapSize = Runtime.getRuntime().maxMemory();
        // A quarter stays for what is there already and for the collector.
        if (needed < 0 || needed > heapSize / 4 * 3) {
            throw new UserException(
                    ErrorCode.ENVIRONMENT,
                    path + ", " + place + ": reading this takes " + (needed >>> 20)
                            + " MiB of memory, and Java may use " + (heapSize >> 20) + " MiB; give it more with -Xmx");
        }
    }

    @Override
    public void close() {
        bytes.close();
    }

    FileBytes bytes() {
        return bytes;
    }

    /** Runs reading code, with every way in which damage shows turned into one exception. */
    <T> T reading(String place, Supplier<T> code) {
        try {
            return code.get();
        } catch (DamageException damage) {
            throw new FormatException(path, Location.inside(place), damage.expected(), damage.found(), damage);
        } catch (ArithmeticException | IndexOutOfBoundsException | StackOverflowError damage) {
            throw new FormatException(
                    path, Location.inside(place), "numbers that fit together", "numbers that are too large", damage);
        } catch (InternalError fault) {
            // What the JVM throws when a mapped page cannot be had any more.
            throw new FormatException(
                    path,
                    Location.inside(place),
                    "a file that stays as it is",
                    "one that was cut while it was read",
                    fault);
        }
    }

    Hdf5Group group(long address, String groupPath) {
        return reading(groupPath.isEmpty() ? "/" : groupPath, () -> {
            ObjectHeader header = ObjectHeader.read(bytes, address);
            boolean isGroup = header.has(ObjectHeader.SYMBOL_TABLE) || header.has(ObjectHeader.LINK_INFO);
            if (!isGroup) {
                throw new DamageException(address, "a group", "another object");
            }
            return new Hdf5Group(this, groupPath, Links.read(bytes, header), attributes(header, groupPath));
        });
    }

    Hdf5Dataset datasetAt(long address, String place) {
        return reading(place, () -> {
            ObjectHeader header = ObjectHeader.read(bytes, address);
            if (!header.has(ObjectHeader.DATASPACE)) {
                throw new DamageException(address, "a dataset", "another object");
            }
            return Hdf5Dataset.read(this, place, header, attributes(header, place));
        });
    }

    boolean isDataset(long address, String place) {
        return reading(place, () -> ObjectHeader.read(bytes, address).has(ObjectHeader.DATASPACE));
    }

    private Map<String, Hdf5Attribute> attributes(ObjectHeader header, String place) {
        return new TreeMap<>(Hdf5Attribute.readAll(this, header, place));
    }

    /** The text that begins {@code offset} bytes into {@code elements}. */
    String text(ByteBuffer elements, int offset, Datatype type) {
        if (type instanceof Datatype.HeapText) {
            int length = elements.getInt(offset);
            long collection = elements.getLong(offset + 4);
            long object = elements.getInt(offset + 12) & 0xffffffffL;
            if (length == 0) {
                return "";
            }
            if (length < 0 || length > LONGEST_TEXT) {
                throw new DamageException(
                        "a text of at most " + LONGEST_TEXT + " bytes", Integer.toUnsignedString(length) + " bytes");
            }
            return untilNul(heap.read(collection, object, length), (byte) 0);
        }
        if (type instanceof Datatype.FixedText fixed) {
            byte[] text = new byte[fixed.size()];
            MemorySegment.copy(MemorySegment.ofBuffer(elements), ValueLayout.JAVA_BYTE, offset, text, 0, text.length);
            return untilNul(text, fixed.padding());
        }
        throw new DamageException("text", type.describe());
    }

    private static String untilNul(byte[] text, byte padding) {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        while (padding != 0 && end > 0 && text[end - 1] == padding) {
            end--;
        }
        return Text.decode(text, 0, end);
    }
}
