package org.marrow.core.port;

import org.marrow.core.run.ResultBundle;

/** Where results are kept for the page. */
public interface ResultStore {

    /**
     * Publishes a run, all or nothing.
     *
     * @return false when this very run was published before, in which case nothing changes
     */
    boolean publish(ResultBundle bundle);
}
