/** What every scheme is built on: a patient's findings, table values, codes with their texts, missing tests. */
@NullMarked
package org.marrow.variants.risk.scheme;

import org.jspecify.annotations.NullMarked;
