/** A seeded simulator of sequencing reads with known truth. It shares no code with any caller's error model. */
@NullMarked
package org.marrow.core.testing.sequencing;

import org.jspecify.annotations.NullMarked;
