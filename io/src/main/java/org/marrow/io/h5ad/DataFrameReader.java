package org.marrow.io.h5ad;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellColumn;
import org.marrow.core.error.FormatException;
import org.marrow.io.h5ad.hdf5.Datatype;
import org.marrow.io.h5ad.hdf5.Hdf5Attribute;
import org.marrow.io.h5ad.hdf5.Hdf5Dataset;
import org.marrow.io.h5ad.hdf5.Hdf5File;
import org.marrow.io.h5ad.hdf5.Hdf5Group;
import org.marrow.io.h5ad.hdf5.Values;

/**
 * Reads {@code obs}, {@code var} and {@code raw.var}: a group of columns since anndata 0.7, one compound dataset before. A
 * column of a kind that has no {@link CellColumn} is refused by name, so that none is lost in silence.
 */
final class DataFrameReader {
    /** Where anndata 0.7 kept the names of categories. */
    private static final String OLD_CATEGORIES = "__categories";

    private static final Set<String> VERSIONS = Set.of("0.1.0", "0.2.0");

    private final Hdf5File file;
    private final Hdf5Group parent;
    private final String name;

    DataFrameReader(Hdf5File file, Hdf5Group parent, String name) {
        this.file = file;
        this.parent = parent;
        this.name = name;
    }

    /** The names of its rows. */
    List<String> names() {
        if (isLegacy()) {
            return List.of(legacy().values(legacyFields().getFirst()).texts());
        }
        Hdf5Group frame = frame();
        String index = requiredText(frame, "_index");
        String path = frame.pathOf(index);
        if (!(column(frame, index) instanceof CellColumn.Texts texts)) {
            throw file.damaged(path, "names", "another kind of values");
        }
        List<String> names = new ArrayList<>(texts.size());
        for (String text : texts.values()) {
            if (text == null) {
                throw file.damaged(path, "a name for each row", "a missing one for row " + names.size());
            }
            names.add(text);
        }
        return names;
    }

    /** Its columns in their order, each with {@code rows} values. */
    Map<String, CellColumn> columns(int rows) {
        Map<String, CellColumn> columns = isLegacy() ? legacyColumns() : groupColumns();
        columns.forEach((column, values) -> {
            if (values.size() != rows) {
                throw file.damaged(parent.pathOf(name) + "/" + column, rows + " values", values.size() + " of them");
            }
        });
        return columns;
    }

    boolean isLegacy() {
        return parent.hasDataset(name);
    }

    private Hdf5Group frame() {
        Hdf5Group frame = parent.group(name);
        String version = requiredText(frame, "encoding-version");
        if (!requiredText(frame, "encoding-type").equals("dataframe") || !VERSIONS.contains(version)) {
            throw file.damaged(frame.path(), "a dataframe of version 0.1.0 or 0.2.0", "version " + version);
        }
        return frame;
    }

    private String requiredText(Hdf5Group group, String attribute) {
        return group.attribute(attribute)
                .orElseThrow(() -> file.damaged(group.path(), "an attribute \"" + attribute + "\"", "none"))
                .text();
    }

    private Map<String, CellColumn> groupColumns() {
        Hdf5Group frame = frame();
        List<String> order = frame.attribute("column-order")
                .orElseThrow(() -> file.damaged(frame.path(), "an attribute \"column-order\"", "none"))
                .texts();
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        for (String column : order) {
            if (columns.put(column, column(frame, column)) != null) {
                throw file.damaged(frame.path(), "each column once", "\"" + column + "\" twice in column-order");
            }
        }
        requireListed(frame, order);
        return columns;
    }

    /** A column that column-order does not name would be lost. */
    private void requireListed(Hdf5Group frame, List<String> order) {
        Set<String> listed = new HashSet<>(Set.of(requiredText(frame, "_index"), OLD_CATEGORIES));
        for (String column : order) {
            listed.add(column);
            listed.add(column.substring(0, Math.max(column.indexOf('/'), 0)));
        }
        for (String name : frame.names()) {
            if (!listed.contains(name)) {
                throw file.damaged(
                        frame.path(), "every column in column-order", "\"" + name + "\", which is not in it");
            }
        }
    }

    /** h5py makes groups of the parts of a name with slashes. */
    private CellColumn column(Hdf5Group frame, String column) {
        Hdf5Group group = frame;
        String rest = column;
        for (int slash = rest.indexOf('/'); slash >= 0 && !group.has(rest); slash = rest.indexOf('/')) {
            group = group.group(rest.substring(0, slash));
            rest = rest.substring(slash + 1);
        }
        if (group.hasDataset(rest)) {
            return datasetColumn(group.dataset(rest));
        }
        return groupColumn(group.group(rest));
    }

    private CellColumn datasetColumn(Hdf5Dataset dataset) {
        Optional<Hdf5Attribute> categories = dataset.attribute("categories");
        if (categories.isPresent()) {
            Hdf5Dataset names = categories.get().dataset();
            boolean ordered =
                    names.attribute("ordered").map(Hdf5Attribute::truth).orElse(false);
            return categories(dataset.path(), dataset.values(), List.of(categoryNames(names)), ordered);
        }
        return plain(dataset.path(), dataset.values());
    }

    private CellColumn plain(String path, Values values) {
        return switch (values.type()) {
            case Datatype.Whole whole -> CellColumns.integers(values.wholes(), null);
            case Datatype.Real real -> new CellColumn.Numbers(values.reals());
            case Datatype.FixedText text -> new CellColumn.Texts(values.texts());
            case Datatype.HeapText text -> new CellColumn.Texts(values.texts());
            case Datatype.Enumeration enumeration -> {
                if (!enumeration.isTruth()) {
                    throw unread(path, enumeration.describe());
                }
                yield CellColumns.booleans(values.truths(), null);
            }
            case Datatype other -> throw unread(path, other.describe());
        };
    }

    private CellColumn groupColumn(Hdf5Group group) {
        String encoding = requiredText(group, "encoding-type");
        switch (encoding) {
            case "categorical" -> {
                boolean ordered =
                        group.attribute("ordered").map(Hdf5Attribute::truth).orElse(false);
                List<String> names = categoryNames(group);
                return categories(group.path(), group.dataset("codes").values(), names, ordered);
            }
            case "nullable-integer" -> {
                long[] values = group.dataset("values").values().wholes();
                return CellColumns.integers(values, mask(group, values.length));
            }
            case "nullable-boolean" -> {
                boolean[] values = group.dataset("values").values().truths();
                return CellColumns.booleans(values, mask(group, values.length));
            }
            case "nullable-string-array" -> {
                @Nullable String[] values = group.dataset("values").values().texts();
                boolean[] missing = mask(group, values.length);
                for (int i = 0; missing != null && i < values.length; i++) {
                    values[i] = missing[i] ? null : values[i];
                }
                return new CellColumn.Texts(values);
            }
            default -> throw unread(group.path(), "encoding \"" + encoding + "\"");
        }
    }

    /** True where a value is missing; null when none is. */
    private boolean @Nullable [] mask(Hdf5Group group, int count) {
        boolean[] mask = group.dataset("mask").values().truths();
        if (mask.length != count) {
            throw file.damaged(group.pathOf("mask"), count + " values", mask.length + " of them");
        }
        for (boolean missing : mask) {
            if (missing) {
                return mask;
            }
        }
        return null;
    }

    private List<String> categoryNames(Hdf5Group categorical) {
        if (categorical.hasDataset("categories")) {
            return List.of(categoryNames(categorical.dataset("categories")));
        }
        String path = categorical.pathOf("categories");
        Hdf5Group group = categorical.group("categories");
        // Asked here, for categories of categories may lead round in a circle.
        String encoding = requiredText(group, "encoding-type");
        if (!encoding.equals("nullable-string-array") || !(groupColumn(group) instanceof CellColumn.Texts texts)) {
            throw unread(path, "categories of encoding \"" + encoding + "\"");
        }
        List<String> names = new ArrayList<>();
        for (String text : texts.values()) {
            if (text == null) {
                throw file.damaged(path, "a name for each category", "a missing one");
            }
            names.add(text);
        }
        return names;
    }

    /** Categories need not be text; numbers become what Java writes for them. */
    private String[] categoryNames(Hdf5Dataset dataset) {
        Values values = dataset.values();
        String[] names = new String[values.count()];
        switch (plain(dataset.path(), values)) {
            case CellColumn.Texts texts -> System.arraycopy(values.texts(), 0, names, 0, names.length);
            case CellColumn.Integers whole -> {
                for (int i = 0; i < names.length; i++) {
                    names[i] = Long.toString(whole.values()[i]);
                }
            }
            case CellColumn.Numbers real -> {
                for (int i = 0; i < names.length; i++) {
                    names[i] = Double.toString(real.values()[i]);
                }
            }
            case CellColumn.Booleans truth -> {
                for (int i = 0; i < names.length; i++) {
                    names[i] = truth.values()[i] ? "True" : "False";
                }
            }
            case CellColumn.Categories nested -> throw unread(dataset.path(), "categories of categories");
        }
        return names;
    }

    private CellColumn categories(String path, Values values, List<String> names, boolean ordered) {
        if (new LinkedHashSet<>(names).size() != names.size()) {
            throw file.damaged(path, "categories that each come once", "one that comes twice");
        }
        long[] read = values.wholes();
        int[] codes = new int[read.length];
        for (int i = 0; i < codes.length; i++) {
            if (read[i] < -1 || read[i] >= names.size()) {
                throw file.damaged(path, "codes from -1 to below " + names.size(), read[i] + " in row " + i);
            }
            codes[i] = (int) read[i];
        }
        return new CellColumn.Categories(codes, names, ordered);
    }

    private Hdf5Dataset legacy() {
        return parent.dataset(name);
    }

    private List<Datatype.Field> legacyFields() {
        Hdf5Dataset dataset = legacy();
        if (!(dataset.type() instanceof Datatype.Compound compound)
                || compound.fields().isEmpty()) {
            throw file.damaged(dataset.path(), "a dataframe", dataset.type().describe());
        }
        return compound.fields();
    }

    /** Before anndata 0.7 the codes of a categorical were plain numbers and its names lay in {@code uns}. */
    private Map<String, CellColumn> legacyColumns() {
        Hdf5Dataset dataset = legacy();
        List<Datatype.Field> fields = legacyFields();
        Map<String, CellColumn> columns = new LinkedHashMap<>();
        for (Datatype.Field field : fields.subList(1, fields.size())) {
            String path = dataset.path() + "/" + field.name();
            Values values = dataset.values(field);
            Optional<Hdf5Dataset> names = legacyCategories(field.name());
            boolean coded = values.type() instanceof Datatype.Whole && names.isPresent();
            columns.put(
                    field.name(),
                    coded
                            ? categories(path, values, List.of(categoryNames(names.orElseThrow())), false)
                            : plain(path, values));
        }
        return columns;
    }

    private Optional<Hdf5Dataset> legacyCategories(String column) {
        String key = column + "_categories";
        if (!parent.hasGroup("uns")) {
            return Optional.empty();
        }
        Hdf5Group uns = parent.group("uns");
        return uns.hasDataset(key) ? Optional.of(uns.dataset(key)) : Optional.empty();
    }

    private FormatException unread(String path, String found) {
        return file.damaged(
                path,
                "a column of numbers, truth values, text or categories (remove others with del adata.obs[...])",
                found);
    }
}
