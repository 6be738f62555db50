package org.marrow.io.h5ad.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What was done to each chunk as it was written (specification IV.A.2.l), and how it is undone. A chunk inflates to the size
 * that its dimensions give or is refused, so a bomb costs no more memory than a real chunk.
 */
final class FilterPipeline {
    static final int DEFLATE = 1;
    static final int SHUFFLE = 2;
    static final int FLETCHER32 = 3;
    static final int LZF = 32000;

    /** Two bits stand for 258 bytes at best (RFC 1951); zlib's own documentation gives 1032:1. */
    private static final long DEFLATE_RATIO = 1032;

    /** Three bytes stand for 264 at best. */
    private static final long LZF_RATIO = 88;

    /** The mask of a chunk has as many bits. */
    private static final int MOST = 32;

    private record Filter(int id, int elementSize) {}

    private final List<Filter> filters;

    private FilterPipeline(List<Filter> filters) {
        this.filters = List.copyOf(filters);
    }

    static FilterPipeline none() {
        return new FilterPipeline(List.of());
    }

    static FilterPipeline read(Cursor in) {
        int version = in.u8();
        int count = in.u8();
        if (version == 1) {
            in.skip(6);
        } else if (version != 2) {
            throw in.damaged("version 1 or 2 of a filter pipeline", "version " + version);
        }
        if (count > MOST) {
            throw in.damaged("at most " + MOST + " filters", count + " filters");
        }
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filters.add(filter(in, version));
        }
        if (filters.stream().filter(FilterPipeline::compresses).count() > 1) {
            throw in.damaged("chunks that are compressed once", "two compressions");
        }
        return new FilterPipeline(filters);
    }

    private static Filter filter(Cursor in, int version) {
        int id = in.u16();
        int nameLength = version == 1 || id >= 256 ? in.u16() : 0;
        in.skip(2);
        int values = in.u16();
        byte[] name = in.array(nameLength);
        if (version == 1) {
            in.skip(Math.floorMod(-nameLength, 8));
        }
        long first = 0;
        for (int i = 0; i < values; i++) {
            long value = in.u32();
            first = i == 0 ? value : first;
        }
        if (version == 1 && values % 2 != 0) {
            in.skip(4);
        }
        if (id != DEFLATE && id != SHUFFLE && id != FLETCHER32 && id != LZF) {
            String shown = new String(name, StandardCharsets.ISO_8859_1).replace("\0", "");
            throw in.damaged(
                    "chunks that are plain or compressed with gzip or lzf (write the file again with"
                            + " adata.write_h5ad(name, compression=\"gzip\"))",
                    "filter " + id + " " + Text.printable(shown));
        }
        if (id == SHUFFLE && (first < 1 || first > 1 << 20)) {
            throw in.damaged("a shuffle of elements of some bytes", first + " bytes");
        }
        return new Filter(id, (int) first);
    }

    boolean isEmpty() {
        return filters.isEmpty();
    }

    /** The most bytes that a chunk of so many stored bytes can become. */
    long mostBytes(long stored, long mask) {
        long most = stored;
        for (int i = 0; i < filters.size(); i++) {
            if ((mask >>> i & 1) == 0) {
                most = switch (filters.get(i).id()) {
                    case DEFLATE -> most * DEFLATE_RATIO;
                    case LZF -> most * LZF_RATIO;
                    default -> most;
                };
            }
        }
        return most;
    }

    /**
     * Undoes the filters.
     *
     * @param stored the chunk as it lies in the file
     * @param mask bit i set where filter i was left out for this chunk
     * @param size bytes that the chunk must have in the end
     */
    byte[] decode(byte[] stored, long mask, int size) {
        if (mask >>> filters.size() != 0) {
            throw new DamageException(
                    "a filter mask for " + filters.size() + " filters", "0x" + Long.toHexString(mask));
        }
        byte[] data = stored;
        int length = stored.length;
        for (int i = filters.size() - 1; i >= 0; i--) {
            Filter filter = filters.get(i);
            if ((mask >>> i & 1) != 0) {
                continue;
            }
            switch (filter.id()) {
                case FLETCHER32 -> length = checkFletcher32(data, length);
                case SHUFFLE -> data = unshuffle(data, length, filter.elementSize());
                case DEFLATE -> {
                    data = inflate(data, length, sizeBefore(i, mask, size));
                    length = data.length;
                }
                default -> {
                    byte[] out = new byte[sizeBefore(i, mask, size)];
                    Lzf.decode(data, length, out);
                    data = out;
                    length = out.length;
                }
            }
        }
        if (length != size) {
            throw new DamageException("a chunk of " + size + " bytes", length + " bytes");
        }
        return data.length == size ? data : Arrays.copyOf(data, size);
    }

    /** Bytes that the chunk had before filter {@code index} when it was written. */
    private int sizeBefore(int index, long mask, int size) {
        int before = size;
        for (int i = 0; i < index; i++) {
            if (filters.get(i).id() == FLETCHER32 && (mask >>> i & 1) == 0) {
                before += 4;
            }
        }
        return before;
    }

    private static boolean compresses(Filter filter) {
        return filter.id() == DEFLATE || filter.id() == LZF;
    }

    private static byte[] inflate(byte[] data, int length, int size) {
        byte[] out = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data, 0, length);
            int done = 0;
            while (done < size) {
                int n = inflater.inflate(out, done, size - done);
                if (n == 0) {
                    break;
                }
                done += n;
            }
            // The stream's end holds its checksum, which is read only when more is asked for than the data.
            boolean ended = inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
            if (done != size || !ended) {
                throw new DamageException(
                        "a chunk that inflates to " + size + " bytes", done < size ? done + " bytes" : "more");
            }
            return out;
        } catch (DataFormatException failure) {
            throw new DamageException("a chunk in zlib format", "damaged data (" + failure.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }

    private static byte[] unshuffle(byte[] data, int length, int elementSize) {
        int count = length / elementSize;
        byte[] out = new byte[length];
        for (int b = 0; b < elementSize; b++) {
            int from = b * count;
            for (int i = 0; i < count; i++) {
                out[i * elementSize + b] = data[from + i];
            }
        }
        // Bytes beyond the last whole element are stored as they are.
        int whole = count * elementSize;
        System.arraycopy(data, whole, out, whole, length - whole);
        return out;
    }

    /** Fletcher's checksum over 16-bit words, as libhdf5 takes it: high byte first. */
    private static int checkFletcher32(byte[] data, int length) {
        if (length < 4) {
            throw new DamageException("a chunk with its checksum", length + " bytes");
        }
        int size = length - 4;
        long sum1 = 0;
        long sum2 = 0;
        for (int i = 0; i < size; i += 2) {
            int low = i + 1 < size ? data[i + 1] & 0xff : 0;
            sum1 = (sum1 + ((data[i] & 0xff) << 8 | low)) % 65535;
            sum2 = (sum2 + sum1) % 65535;
        }
        int stated1 = (data[size] & 0xff) | (data[size + 1] & 0xff) << 8;
        int stated2 = (data[size + 2] & 0xff) | (data[size + 3] & 0xff) << 8;
        // 0 and 65535 are the same sum: libhdf5 folds the carry where this takes the remainder.
        if (stated1 % 65535 != sum1 || stated2 % 65535 != sum2) {
            throw new DamageException("a chunk that agrees with its checksum", "one that does not");
        }
        return size;
    }
}
