/** What all risk schemes share: the registry, the inputs of a patient or of a table row, missing tests, texts. */
@NullMarked
package org.marrow.variants.risk;

import org.jspecify.annotations.NullMarked;
