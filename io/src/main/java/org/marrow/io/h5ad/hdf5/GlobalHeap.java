package org.marrow.io.h5ad.hdf5;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts of varying length, kept in collections of the file (specification III.E). They have no checksum. */
final class GlobalHeap {
    /** Collections whose tables are kept: names lie one after the other, so few are in use at a time. */
    private static final int KEPT = 64;

    private record Place(long address, long length) {}

    private final FileBytes file;
    private final Map<Long, Map<Integer, Place>> collections = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Map<Integer, Place>> eldest) {
            return size() > KEPT;
        }
    };

    GlobalHeap(FileBytes file) {
        this.file = file;
    }

    /** The first {@code length} bytes of an object. */
    byte[] read(long collection, long object, int length) {
        Map<Integer, Place> places = collections.get(collection);
        if (places == null) {
            places = readCollection(collection);
            collections.put(collection, places);
        }
        Place place = object > 0xffff ? null : places.get((int) object);
        if (place == null) {
            throw new DamageException(collection, "object " + object + " in the global heap", "none");
        }
        if (length > place.length()) {
            throw new DamageException(
                    collection, "a text of at most the " + place.length() + " bytes of its object", length + " bytes");
        }
        return file.cursor(place.address(), length).array(length);
    }

    private Map<Integer, Place> readCollection(long address) {
        Cursor in = file.cursor(address);
        in.signature("GCOL");
        in.version(1, "a global heap");
        in.skip(3);
        long size = in.u64();
        if (size < in.position()) {
            throw in.damaged("a collection of 16 bytes or more", size + " bytes");
        }
        Cursor content = in.slice(size - in.position());
        Map<Integer, Place> places = new HashMap<>();
        while (content.remaining() >= 16) {
            int object = content.u16();
            content.skip(6);
            long length = content.u64();
            if (object == 0) {
                break;
            }
            if (places.put(object, new Place(content.address(), length)) != null) {
                throw content.damaged("each object of a collection once", "object " + object + " twice");
            }
            long padded = length > content.remaining() ? length : length + Math.floorMod(-length, 8L);
            content.skip(Math.max(length, Math.min(padded, content.remaining())));
        }
        return places;
    }
}
