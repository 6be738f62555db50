package org.marrow.io.vcf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.variant.Consequence;

/**
 * One entry of CSQ or ANN with how severe it is for the allele at hand.
 *
 * @param values by the places that {@code fields} gives
 */
record AnnotatedTranscript(String[] values, Map<String, Integer> fields, ConsequenceTerms.Ranked severity) {
    private static final Pattern TRANSCRIPT_LENGTH = Pattern.compile("/(\\d{1,9})$");
    private static final Pattern PROTEIN_POSITION = Pattern.compile("(\\d{1,6})(?:-\\d+)?(?:/\\d+)?");
    private static final Pattern ENTREZ_OR_ENSEMBL = Pattern.compile("\\d{1,9}|ENSG\\d+");

    /** Which of one gene's transcripts speaks for it: the best comes first. */
    static final Comparator<AnnotatedTranscript> WITHIN_GENE = Comparator.comparingInt(AnnotatedTranscript::standing)
            .thenComparingInt(AnnotatedTranscript::biotypeRank)
            .thenComparingInt(transcript -> transcript.severity().rank())
            .thenComparing(Comparator.comparingInt(AnnotatedTranscript::length).reversed());

    /** Which gene's speaker speaks for the variant. */
    static final Comparator<AnnotatedTranscript> AMONG_GENES = Comparator.comparing(AnnotatedTranscript::isUnnamed)
            .thenComparingInt(AnnotatedTranscript::biotypeRank)
            .thenComparingInt(transcript -> transcript.severity().rank());

    /** Standing of a transcript that the variant lies outside of. */
    private static final int OUTSIDE = 5;

    static String field(String[] values, Map<String, Integer> fields, String name) {
        Integer at = fields.get(name);
        return at == null || at >= values.length ? "" : values[at].strip();
    }

    private String field(String name) {
        return field(values, fields, name);
    }

    String gene() {
        String symbol = field("SYMBOL");
        return symbol.isEmpty() ? field("Gene") : symbol;
    }

    private boolean isUnnamed() {
        return field("SYMBOL").isEmpty();
    }

    /** 0 for the transcript that a gene is best spoken for by. */
    private int standing() {
        String terms = field("Consequence");
        if (terms.equals("upstream_gene_variant") || terms.equals("downstream_gene_variant")) {
            return OUTSIDE;
        }
        if (field(CsqText.PANEL).equals(CsqText.YES)) {
            return 0;
        }
        String mane = field("MANE");
        if (!field("MANE_SELECT").isEmpty() || mane.equals("MANE_Select") || mane.startsWith("NM_")) {
            return 1;
        }
        if (field("CANONICAL").equals("YES")) {
            return 2;
        }
        // VEP picks one transcript of all genes, by an order that whoever ran it may have changed.
        return field("PICK").equals("1") ? 3 : 4;
    }

    /** Genes that make a protein come before those that make RNA, and what is no gene's product comes last, as in vcf2maf. */
    private int biotypeRank() {
        String biotype = field("BIOTYPE");
        if (biotype.equals("protein_coding") || biotype.equals("Coding")) {
            return 0;
        }
        if (biotype.matches("(IG|TR)_[A-Z]+_gene|LRG_gene")) {
            return 1;
        }
        return biotype.endsWith("RNA") || biotype.equals("antisense") || biotype.equals("ribozyme") ? 2 : 3;
    }

    /** Bases of the transcript, where VEP was asked for them; else 0. */
    private int length() {
        Matcher matcher = TRANSCRIPT_LENGTH.matcher(field("cDNA_position"));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    VariantAnnotation annotation(VcfVersion version) {
        String hgvsC = decode("HGVSc", version);
        String hgvsP = proteinName(version);
        Optional<String> named = Optional.of(field("Feature")).filter(feature -> !feature.isEmpty());
        TranscriptDetails details = new TranscriptDetails(
                severity.term(),
                HgvsText.proteinAsWritten(hgvsP),
                Optional.of(field("EXON")).filter(exon -> !exon.isEmpty()),
                Optional.of(field("Gene"))
                        .filter(id -> ENTREZ_OR_ENSEMBL.matcher(id).matches()),
                knownIds());
        return new VariantAnnotation(
                Optional.of(gene()).filter(gene -> !gene.isEmpty()),
                severity.consequence(),
                HgvsText.coding(hgvsC),
                HgvsText.protein(hgvsP),
                HgvsText.transcript(hgvsC).or(() -> named),
                details);
    }

    /** Old releases of VEP say {@code p.=} of every silent change; the residue stands in fields of its own. */
    private String proteinName(VcfVersion version) {
        String written = decode("HGVSp", version);
        boolean unspecific = written.endsWith("(p.=)") || written.endsWith(":p.=") || written.equals("p.=");
        String residue = field("Amino_acids");
        Matcher position = PROTEIN_POSITION.matcher(field("Protein_position"));
        boolean told = severity.consequence() == Consequence.SYNONYMOUS && residue.length() == 1 && position.matches();
        return unspecific && told ? "p." + HgvsText.threeLetters(residue) + position.group(1) + "=" : written;
    }

    private List<String> knownIds() {
        List<String> ids = new ArrayList<>();
        for (String id : field("Existing_variation").split("&")) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** VEP encodes the equals sign in every version, for INFO may hold none. */
    private String decode(String name, VcfVersion version) {
        String text = field(name);
        return version.encodesPercent() ? HgvsText.decodePercent(text) : text.replace("%3D", "=");
    }
}
