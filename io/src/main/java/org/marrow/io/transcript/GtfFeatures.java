package org.marrow.io.transcript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptMark;

/** GTF: every line names its transcript and its gene; the stop codon stands apart from the coding region. */
final class GtfFeatures implements TranscriptSource.FeatureTree {
    private static final Set<String> CONCERN = Set.of("transcript", "exon", "CDS", "stop_codon", "Selenocysteine");

    /** UCSC puts transcripts of one name on several contigs, so the contig and strand belong to the key. */
    private record Key(String transcript, String contig, String strand) {}

    private final Map<Key, TranscriptParts> parts = new LinkedHashMap<>();
    private final Map<Key, GffLine> described = new LinkedHashMap<>();

    @Override
    public boolean concerns(String type) {
        return CONCERN.contains(type);
    }

    @Override
    public void add(GffLine line) {
        String id = line.attributes()
                .first("transcript_id")
                .orElseThrow(() -> line.place().wrong("attributes", "transcript_id \"...\"", "none"));
        Key key = new Key(id, line.contig(), line.strand());
        if (line.type().equals("transcript")) {
            described.put(key, line);
            return;
        }
        TranscriptParts part = parts.computeIfAbsent(key, missing -> new TranscriptParts(line));
        switch (line.type()) {
            case "exon" -> part.exon(line);
            case "CDS" -> part.coding(line);
            case "stop_codon" -> part.stop(line);
            default -> part.mark(TranscriptMark.SELENOPROTEIN);
        }
    }

    @Override
    public void complete(List<Transcript> transcripts) {
        parts.forEach((key, part) -> transcripts.add(build(key, part)));
        parts.clear();
        described.clear();
    }

    private Transcript build(Key key, TranscriptParts part) {
        GffLine line = described.getOrDefault(key, part.first());
        GffAttributes attributes = line.attributes();
        part.tags(attributes);
        Optional<String> geneId = attributes.first("gene_id");
        String symbol = attributes
                .first("gene_name")
                .or(() -> attributes.first("gene"))
                .or(() -> geneId)
                .orElse(key.transcript());
        String id = versioned(key.transcript(), attributes.first("transcript_version"));
        Optional<String> number = attributes.all("db_xref").stream()
                .filter(reference -> reference.startsWith("GeneID:"))
                .map(reference -> reference.substring("GeneID:".length()))
                .findFirst();
        String biotype = attributes
                .first("transcript_biotype")
                .or(() -> attributes.first("transcript_type"))
                .or(() -> attributes.first("gene_biotype"))
                .map(name -> name.equals("mRNA") ? "protein_coding" : name)
                .orElse("unknown");
        return part.build(id, symbol, number.or(() -> geneId), biotype);
    }

    private static String versioned(String id, Optional<String> version) {
        return id.contains(".") || version.isEmpty() ? id : id + "." + version.get();
    }
}
