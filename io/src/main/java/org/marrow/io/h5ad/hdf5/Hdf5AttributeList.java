package org.marrow.io.h5ad.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes to be written, in their order. */
public final class Hdf5AttributeList {
    private final Map<String, Hdf5Data> attributes = new LinkedHashMap<>();

    public Hdf5AttributeList text(String name, String value) {
        attributes.put(name, Hdf5Data.texts(List.of(value)).asScalar());
        return this;
    }

    public Hdf5AttributeList texts(String name, List<String> values) {
        attributes.put(name, Hdf5Data.texts(values));
        return this;
    }

    public Hdf5AttributeList wholes(String name, long... values) {
        attributes.put(name, Hdf5Data.int64(values));
        return this;
    }

    public Hdf5AttributeList truth(String name, boolean value) {
        attributes.put(name, Hdf5Data.truths(new boolean[] {value}).asScalar());
        return this;
    }

    void writeTo(HeaderMessages header, HeapWriter heap) throws IOException {
        for (Map.Entry<String, Hdf5Data> attribute : attributes.entrySet()) {
            Hdf5Data data = attribute.getValue();
            ByteBuffer values = ByteBuffer.allocate(Math.multiplyExact(data.count(), data.elementBytes()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            data.put(0, data.count(), values, heap);
            header.attribute(attribute.getKey(), data.type(), data.dimensions(), values.array());
        }
    }
}
