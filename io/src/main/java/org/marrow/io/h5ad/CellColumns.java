package org.marrow.io.h5ad;

import org.jspecify.annotations.Nullable;
import org.marrow.core.cell.CellColumn;

/** Makes columns some of whose values may be missing; null where none is. */
// NullAway does not see that the records' arrays may be null, as they come from compiled classes.
@SuppressWarnings("NullAway")
final class CellColumns {
    private CellColumns() {}

    static CellColumn integers(long[] values, boolean @Nullable [] missing) {
        return new CellColumn.Integers(values, missing);
    }

    static CellColumn booleans(boolean[] values, boolean @Nullable [] missing) {
        return new CellColumn.Booleans(values, missing);
    }
}
