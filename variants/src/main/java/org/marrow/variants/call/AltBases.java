package org.marrow.variants.call;

import java.util.Arrays;

/** The bases of one piece that differ from the reference, one entry a fragment and position, as parallel arrays. */
final class AltBases {
    private int size;
    private int[] places = new int[1 << 10];
    private byte[] bases = new byte[1 << 10];
    private byte[] classes = new byte[1 << 10];
    private short[] endDistances = new short[1 << 10];
    private short[] otherMismatches = new short[1 << 10];
    private byte[] mappingQualities = new byte[1 << 10];
    private int[] fragments = new int[1 << 10];

    /**
     * Adds one.
     *
     * @param place in the piece's core, from 0
     * @param base 0 to 3 for A, C, G, T
     * @param endDistance bases to the nearer end of the aligned read
     * @param otherMismatches of the read, this one left out
     */
    void add(
            int place,
            int base,
            int baseClass,
            int endDistance,
            int otherMismatches,
            int mappingQuality,
            int fragment) {
        if (size == places.length) {
            grow();
        }
        places[size] = place;
        bases[size] = (byte) base;
        classes[size] = (byte) baseClass;
        endDistances[size] = (short) Math.min(Short.MAX_VALUE, endDistance);
        this.otherMismatches[size] = (short) Math.min(Short.MAX_VALUE, otherMismatches);
        mappingQualities[size] = (byte) mappingQuality;
        fragments[size] = fragment;
        size++;
    }

    private void grow() {
        int length = 2 * size;
        places = Arrays.copyOf(places, length);
        bases = Arrays.copyOf(bases, length);
        classes = Arrays.copyOf(classes, length);
        endDistances = Arrays.copyOf(endDistances, length);
        otherMismatches = Arrays.copyOf(otherMismatches, length);
        mappingQualities = Arrays.copyOf(mappingQualities, length);
        fragments = Arrays.copyOf(fragments, length);
    }

    int size() {
        return size;
    }

    int place(int entry) {
        return places[entry];
    }

    int base(int entry) {
        return bases[entry];
    }

    int baseClass(int entry) {
        return classes[entry];
    }

    int endDistance(int entry) {
        return endDistances[entry];
    }

    int otherMismatches(int entry) {
        return otherMismatches[entry];
    }

    int mappingQuality(int entry) {
        return mappingQualities[entry] & 0xff;
    }

    int fragment(int entry) {
        return fragments[entry];
    }

    /** The entries by place and base. */
    Index index(int places) {
        int[] starts = new int[places * 4 + 1];
        for (int entry = 0; entry < size; entry++) {
            starts[key(entry) + 1]++;
        }
        for (int key = 1; key < starts.length; key++) {
            starts[key] += starts[key - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[size];
        for (int entry = 0; entry < size; entry++) {
            order[next[key(entry)]++] = entry;
        }
        return new Index(starts, order);
    }

    /** Entries of a key on the reverse strand. */
    int countReverse(Index index, int key) {
        int reverse = 0;
        for (int n = 0; n < index.count(key); n++) {
            reverse += BaseClass.isReverse(classes[index.entry(key, n)]) ? 1 : 0;
        }
        return reverse;
    }

    private int key(int entry) {
        return places[entry] * 4 + bases[entry];
    }

    /**
     * Where the entries of each place and base are.
     *
     * @param starts by key, which is the place times four plus the base: first of its entries in {@code order}
     * @param order entry numbers
     */
    record Index(int[] starts, int[] order) {
        int count(int key) {
            return starts[key + 1] - starts[key];
        }

        /** Number of the n-th entry of a key. */
        int entry(int key, int n) {
            return order[starts[key] + n];
        }
    }
}
