/** Mutation Annotation Format: called variants of many samples in one table. */
@NullMarked
package org.marrow.io.maf;

import org.jspecify.annotations.NullMarked;
