package org.marrow.io.h5ad.hdf5;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A group: named groups and datasets, and attributes. */
public final class Hdf5Group {
    private final Hdf5File file;
    private final String path;
    private final Map<String, Long> links;
    private final Map<String, Hdf5Attribute> attributes;

    Hdf5Group(Hdf5File file, String path, Map<String, Long> links, Map<String, Hdf5Attribute> attributes) {
        this.file = file;
        this.path = path;
        this.links = new TreeMap<>(links);
        this.attributes = attributes;
    }

    /** Such as {@code /obs}; {@code /} for the root. */
    public String path() {
        return path.isEmpty() ? "/" : path;
    }

    /** Names of what is in it, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(links.keySet());
    }

    public boolean has(String name) {
        return links.containsKey(name);
    }

    public boolean hasDataset(String name) {
        return has(name) && file.isDataset(address(name), pathOf(name));
    }

    public boolean hasGroup(String name) {
        return has(name) && !file.isDataset(address(name), pathOf(name));
    }

    public Hdf5Group group(String name) {
        return file.group(address(name), pathOf(name));
    }

    public Hdf5Dataset dataset(String name) {
        return file.datasetAt(address(name), pathOf(name));
    }

    public Optional<Hdf5Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Such as {@code /obs/leiden}. */
    public String pathOf(String name) {
        return path + "/" + name;
    }

    private long address(String name) {
        Long address = links.get(name);
        if (address == null) {
            throw file.damaged(path(), "an entry \"" + name + "\"", "none");
        }
        if (address == Links.NOT_FOLLOWED) {
            throw file.damaged(pathOf(name), "data in this file", "a soft or external link, which is not followed");
        }
        return address;
    }
}
