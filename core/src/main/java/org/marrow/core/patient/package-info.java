/** Who the results are about: pseudonyms, centres, samples, treatments. */
@NullMarked
package org.marrow.core.patient;

import org.jspecify.annotations.NullMarked;
