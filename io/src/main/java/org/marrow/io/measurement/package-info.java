/** Laboratory MRD readings by qPCR, digital PCR and flow cytometry, as a table. */
@NullMarked
package org.marrow.io.measurement;

import org.jspecify.annotations.NullMarked;
