package org.marrow.core.variant;

import java.util.Set;

/**
 * Which genes the assay looked at. A gene that was looked at and shows no variant is wild type as far as the assay sees; a
 * gene that was not is unknown.
 */
public sealed interface AssessedGenes {

    /** Whether the assay looked at small variants of this gene. */
    boolean includes(String gene);

    /** Nobody said: only what was found is known. */
    record Unstated() implements AssessedGenes {
        @Override
        public boolean includes(String gene) {
            return false;
        }
    }

    /** A panel, by HGNC symbols. */
    record Panel(String name, Set<String> genes) implements AssessedGenes {
        public Panel {
            genes = Set.copyOf(genes);
        }

        @Override
        public boolean includes(String gene) {
            return genes.contains(gene);
        }
    }

    /** All protein-coding genes, by exome or genome. */
    record Exome() implements AssessedGenes {
        @Override
        public boolean includes(String gene) {
            return true;
        }
    }
}
