package org.marrow.singlecell.normalise;

import org.marrow.core.cell.CellDataset;
import org.marrow.core.cell.CellMatrix;
import org.marrow.core.cell.MatrixKind;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.singlecell.parallel.WorkPool;

/** Scales each cell to a common total and takes {@code log(1 + x)}. */
public final class LogNormalisation {

    private static final int CELLS_PER_BLOCK = 256;

    private LogNormalisation() {}

    /**
     * The log-normalised data set. Log-normalised input is given back as it is; a cell without counts stays without.
     *
     * <p>Scaled values are worked out in double precision and rounded once: equal ratios of count and total then give equal
     * values, which the rank-sum test that follows must see as ties.
     *
     * @throws UserException for a matrix that is neither counts nor log-normalised
     */
    public static CellDataset apply(CellDataset dataset, NormaliseSettings settings, WorkPool pool) {
        return switch (dataset.kind()) {
            case LOG_NORMALISED -> dataset;
            case OTHER ->
                throw new UserException(
                        ErrorCode.MISMATCH,
                        "The matrix holds neither counts nor log-normalised values and cannot be normalised.");
            case COUNTS ->
                new CellDataset(
                        normalise(dataset.matrix(), settings, pool),
                        MatrixKind.LOG_NORMALISED,
                        dataset.cellNames(),
                        dataset.geneNames(),
                        dataset.cellColumns());
        };
    }

    private static CellMatrix normalise(CellMatrix counts, NormaliseSettings settings, WorkPool pool) {
        float[] values = new float[counts.storedValues()];
        pool.forBlocks(counts.cells(), CELLS_PER_BLOCK, (from, to) -> {
            for (int cell = from; cell < to; cell++) {
                int first = (int) counts.rowStarts()[cell];
                int end = (int) counts.rowStarts()[cell + 1];
                double total = 0;
                for (int i = first; i < end; i++) {
                    total += counts.values()[i];
                }
                for (int i = first; i < end; i++) {
                    float value = counts.values()[i];
                    values[i] = value == 0 ? 0 : (float) StrictMath.log1p(value * settings.targetSum() / total);
                }
            }
        });
        return new CellMatrix(counts.cells(), counts.genes(), counts.rowStarts(), counts.geneIndices(), values);
    }
}
