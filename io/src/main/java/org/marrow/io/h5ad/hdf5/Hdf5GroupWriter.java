package org.marrow.io.h5ad.hdf5;

import static org.marrow.core.error.InvalidValueException.check;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A group that is being written. Its datasets are on disk at once; it itself follows when the file is finished. */
public final class Hdf5GroupWriter {
    private final Hdf5Writer file;
    private final Map<String, Hdf5GroupWriter> groups = new TreeMap<>();
    private final Map<String, Long> links = new TreeMap<>();
    private final Hdf5AttributeList attributes = new Hdf5AttributeList();

    Hdf5GroupWriter(Hdf5Writer file) {
        this.file = file;
    }

    public Hdf5AttributeList attributes() {
        return attributes;
    }

    /** Adds an empty group. */
    public Hdf5GroupWriter group(String name) {
        requireNew(name);
        Hdf5GroupWriter group = new Hdf5GroupWriter(file);
        groups.put(name, group);
        return group;
    }

    /** Adds a dataset: in gzip chunks where it has dimensions and values. */
    public void dataset(String name, Hdf5Data data, Hdf5AttributeList datasetAttributes) throws IOException {
        link(name, file.writeDataset(data, datasetAttributes));
    }

    /** Adds an object that is in the file already, by the address of its header. */
    void link(String name, long address) {
        requireNew(name);
        links.put(name, address);
    }

    long write() throws IOException {
        for (Map.Entry<String, Hdf5GroupWriter> group : groups.entrySet()) {
            links.put(group.getKey(), group.getValue().write());
        }
        HeaderMessages header = new HeaderMessages();
        header.group();
        for (Map.Entry<String, Long> link : links.entrySet()) {
            header.link(link.getKey(), link.getValue());
        }
        attributes.writeTo(header, file.heap());
        return file.space().append(header.toBytes());
    }

    private void requireNew(String name) {
        boolean usable = !name.isEmpty() && !name.equals(".") && name.indexOf('/') < 0;
        check(usable, "HDF5 name", name, "a name without slashes");
        check(!groups.containsKey(name) && !links.containsKey(name), "HDF5 name", name, "each name once");
    }
}
