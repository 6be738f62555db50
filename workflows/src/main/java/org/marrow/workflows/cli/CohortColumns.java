package org.marrow.workflows.cli;

import java.util.List;
import java.util.Optional;
import org.marrow.core.survival.FollowUpUnit;
import org.marrow.variants.risk.scheme.SchemeRules;

/**
 * Where a cohort's table has what.
 *
 * @param categoryStated whether the user named the category's column; else a scheme may compute it when the table has none
 * @param order categories from the most favourable to the most adverse; empty when they have none
 */
record CohortColumns(
        String id,
        String time,
        FollowUpUnit unit,
        String status,
        String category,
        boolean categoryStated,
        Optional<SchemeRules> scheme,
        List<String> order) {}
