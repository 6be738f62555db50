/** Molecular response of chronic myeloid leukaemia. */
@NullMarked
package org.marrow.mrd.cml;

import org.jspecify.annotations.NullMarked;
