package org.marrow.variants.lesion;

import org.marrow.core.error.InvalidValueException;

/**
 * The allele fraction of a lesion in one sample.
 *
 * @param highest of its variants whose fraction is known, 0 to 1; 0 where none is
 * @param countIsComplete whether there can be no further variant: the gene was looked at
 * @param vafIsComplete whether every found variant has its fraction
 */
public record VariantFraction(double highest, boolean countIsComplete, boolean vafIsComplete) {
    public VariantFraction {
        InvalidValueException.check(highest >= 0 && highest <= 1, "highest", highest, "a fraction from 0 to 1");
    }
}
