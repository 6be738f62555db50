/** The command line, one class a sub-command: the only place where a source, an analysis and a sink meet. */
@NullMarked
package org.marrow.workflows.cli;

import org.jspecify.annotations.NullMarked;
