/** The samplesheet that a run begins with: which files belong to which sample of which patient. */
@NullMarked
package org.marrow.io.samplesheet;

import org.jspecify.annotations.NullMarked;
