/** What qPCR, digital PCR and flow cytometry measured, turned into MRD measurements with this sample's limits. */
@NullMarked
package org.marrow.mrd.assay;

import org.jspecify.annotations.NullMarked;
