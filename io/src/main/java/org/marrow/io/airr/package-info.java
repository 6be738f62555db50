/** AIRR-C rearrangement tables: IG/TR clonotypes. */
@NullMarked
package org.marrow.io.airr;

import org.jspecify.annotations.NullMarked;
