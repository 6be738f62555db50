/** Self-contained HTML pages of one result, for people who have no server at hand. */
@NullMarked
package org.marrow.workflows.report;

import org.jspecify.annotations.NullMarked;
