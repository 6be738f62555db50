package org.marrow.io.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;

/** GFF3: exons and coding regions name their transcript as Parent, and that its gene. */
final class Gff3Features implements TranscriptSource.FeatureTree {
    private static final String EXON = "exon";
    private static final String CDS = "CDS";
    private static final String ALIGNMENT = "cDNA_match";

    /** Types without a word about transcripts; a genome has hundreds of thousands of them. */
    private static final Set<String> PASSED_OVER = Set.of(
            "match",
            "region",
            "chromosome",
            "scaffold",
            "supercontig",
            "biological_region",
            "enhancer",
            "silencer",
            "promoter",
            "sequence_feature",
            "five_prime_UTR",
            "three_prime_UTR",
            "start_codon",
            "stop_codon",
            "stop_codon_redefined_as_selenocysteine");

    /** Longest chain of parents: an miRNA in a primary transcript in a gene. */
    private static final int DEEPEST = 8;

    private final Map<String, GffLine> byId = new HashMap<>();
    private final Map<String, TranscriptParts> parts = new LinkedHashMap<>();
    /** Accessions whose alignment to the reference is not perfect. */
    private final Set<String> imperfect = new HashSet<>();

    @Override
    public boolean concerns(String type) {
        return !PASSED_OVER.contains(type);
    }

    @Override
    public void add(GffLine line) {
        switch (line.type()) {
            case EXON, CDS -> {
                List<String> parents = line.attributes().all("Parent");
                if (parents.isEmpty()) {
                    throw line.place().wrong("attributes", "Parent of an " + line.type(), "none");
                }
                for (String parent : parents) {
                    TranscriptParts transcript = parts.computeIfAbsent(parent, id -> new TranscriptParts(line));
                    if (line.type().equals(EXON)) {
                        transcript.exon(line);
                    } else {
                        transcript.coding(line);
                    }
                }
            }
            case ALIGNMENT -> {
                boolean gaps = line.attributes().first("Gap").isPresent();
                boolean mismatches = line.attributes()
                        .first("num_mismatch")
                        .filter(count -> !count.equals("0"))
                        .isPresent();
                if (gaps || mismatches) {
                    line.attributes().first("Target").ifPresent(target -> imperfect.add(target.split(" ", 2)[0]));
                }
            }
            default -> line.attributes().first("ID").ifPresent(id -> byId.putIfAbsent(id, line));
        }
    }

    @Override
    public void complete(List<Transcript> transcripts) {
        parts.forEach((id, part) -> transcripts.add(build(id, part)));
        parts.clear();
        byId.clear();
    }

    private Transcript build(String id, TranscriptParts part) {
        GffLine transcript = byId.get(id);
        if (transcript == null) {
            throw part.first().place().wrong("attributes", "a Parent that the file describes", id);
        }
        part.tags(transcript.attributes());
        String name = name(id, transcript);
        if (imperfect.contains(name)) {
            part.mark(TranscriptMark.DIFFERS_FROM_REFERENCE);
        }
        GffLine gene = geneOf(transcript);
        GffAttributes own = transcript.attributes();
        String symbol = own.first("gene_name")
                .or(() -> own.first("gene"))
                .or(() -> gene.attributes().first("gene_name"))
                .or(() -> gene.attributes().first("gene"))
                .or(() -> gene.attributes().first("Name"))
                .or(() -> gene.attributes().first("gene_id"))
                .orElse(name);
        return part.build(name, symbol, geneId(gene), biotype(transcript));
    }

    private GffLine geneOf(GffLine transcript) {
        GffLine found = transcript;
        for (int depth = 0; depth < DEEPEST; depth++) {
            @Nullable
            GffLine parent = found.attributes().first("Parent").map(byId::get).orElse(null);
            if (parent == null) {
                return found;
            }
            found = parent;
        }
        throw transcript.place().wrong("attributes", "a chain of Parents that ends in a gene", "a longer one");
    }

    private static String name(String id, GffLine transcript) {
        GffAttributes attributes = transcript.attributes();
        Optional<String> accession = attributes.first("transcript_id");
        if (accession.isPresent()) {
            Optional<String> version = attributes.first("version");
            boolean versioned = accession.get().contains(".") || version.isEmpty();
            return versioned ? accession.get() : accession.get() + "." + version.get();
        }
        String plain = id.replaceFirst("^(transcript|gene)[:-]|^rna-", "");
        return plain.equals(id) ? attributes.first("Name").orElse(id) : plain;
    }

    private static Optional<String> geneId(GffLine gene) {
        for (String reference : gene.attributes().all("Dbxref")) {
            if (reference.startsWith("GeneID:")) {
                return Optional.of(reference.substring("GeneID:".length()));
            }
        }
        return gene.attributes().first("gene_id");
    }

    private static String biotype(GffLine transcript) {
        return transcript
                .attributes()
                .first("transcript_type")
                .or(() -> transcript.attributes().first("transcript_biotype"))
                .or(() -> transcript.attributes().first("biotype"))
                .orElse(transcript.type().equals("mRNA") ? "protein_coding" : transcript.type());
    }
}
