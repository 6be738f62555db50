/** One run of the pipeline: Nextflow launched as a program of its own, and its results gathered into one bundle. */
@NullMarked
package org.marrow.workflows.pipeline;

import org.jspecify.annotations.NullMarked;
