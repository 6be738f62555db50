package org.marrow.io.h5ad.hdf5;

import java.util.Arrays;

/**
 * The dimensions of a dataset or attribute (specification IV.A.2.b).
 *
 * @param dimensions none for a single value
 * @param empty true for the null dataspace, which holds no value at all
 */
record Dataspace(long[] dimensions, boolean empty) {
    private static final int HIGHEST_RANK = 32;

    static Dataspace read(Cursor in) {
        int version = in.u8();
        int rank = in.u8();
        in.skip(1);
        boolean empty = false;
        if (version == 1) {
            in.skip(5);
        } else if (version == 2) {
            int kind = in.u8();
            empty = kind == 2;
            if (kind > 2 || (kind != 1 && rank != 0)) {
                throw in.damaged("a dataspace that is scalar, simple or null", "kind " + kind + " of rank " + rank);
            }
        } else {
            throw in.damaged("version 1 or 2 of a dataspace", "version " + version);
        }
        if (rank > HIGHEST_RANK) {
            throw in.damaged("at most " + HIGHEST_RANK + " dimensions", rank + " dimensions");
        }
        long[] dimensions = new long[rank];
        for (int i = 0; i < rank; i++) {
            dimensions[i] = in.u64();
        }
        Dataspace space = new Dataspace(dimensions, empty);
        space.elements();
        return space;
    }

    /** The product of the dimensions. */
    long elements() {
        if (empty) {
            return 0;
        }
        long product = 1;
        for (long dimension : dimensions) {
            if (dimension != 0 && product > Long.MAX_VALUE / dimension) {
                throw new DamageException("dimensions whose product is below 2^63", Arrays.toString(dimensions));
            }
            product *= dimension;
        }
        return product;
    }
}
