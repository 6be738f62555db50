/** Turns small variants into the lesions that risk schemes ask for, and brings several sources of one lesion together. */
@NullMarked
package org.marrow.variants.lesion;

import org.jspecify.annotations.NullMarked;
