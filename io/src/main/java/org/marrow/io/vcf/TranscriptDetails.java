package org.marrow.io.vcf;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What an annotation says of the chosen transcript beyond the parts of a {@code VariantCall}.
 *
 * @param term the most severe consequence, a term of the Sequence Ontology such as {@code intron_variant}
 * @param proteinName protein change in three-letter form, such as {@code p.Trp288CysfsTer12}
 * @param exon its number and how many there are, such as {@code 11/11}
 * @param geneId the annotation's own identifier of the gene: Ensembl's, or NCBI's Entrez number
 * @param knownIds identifiers of the variant in public databases, such as {@code rs121913502}
 */
public record TranscriptDetails(
        Optional<String> term,
        Optional<String> proteinName,
        Optional<String> exon,
        Optional<String> geneId,
        List<String> knownIds) {
    /** Nothing is said. */
    public static final TranscriptDetails NONE =
            new TranscriptDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public TranscriptDetails {
        requireNonNull(term, "term");
        requireNonNull(proteinName, "proteinName");
        requireNonNull(exon, "exon");
        requireNonNull(geneId, "geneId");
        knownIds = List.copyOf(knownIds);
    }
}
