/** Sequencing reads, aligned or not, free of any file format. */
@NullMarked
package org.marrow.core.read;

import org.jspecify.annotations.NullMarked;
