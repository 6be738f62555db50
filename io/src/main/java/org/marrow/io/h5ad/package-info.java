/** AnnData's h5ad files: cell matrices in, whole analyses out. */
@NullMarked
package org.marrow.io.h5ad;

import org.jspecify.annotations.NullMarked;
