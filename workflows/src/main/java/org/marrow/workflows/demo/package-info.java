/** A seeded synthetic cohort with its truth, for trying Marrow and for its tests. Nothing here is a patient. */
@NullMarked
package org.marrow.workflows.demo;

import org.jspecify.annotations.NullMarked;
