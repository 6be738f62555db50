package org.marrow.variants.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import de.charite.compbio.jannovar.annotation.Annotation;
import de.charite.compbio.jannovar.annotation.InvalidGenomeVariant;
import de.charite.compbio.jannovar.annotation.builders.AnnotationBuilderDispatcher;
import de.charite.compbio.jannovar.annotation.builders.AnnotationBuilderOptions;
import de.charite.compbio.jannovar.data.ReferenceDictionary;
import de.charite.compbio.jannovar.data.ReferenceDictionaryBuilder;
import de.charite.compbio.jannovar.hgvs.AminoAcidCode;
import de.charite.compbio.jannovar.reference.GenomeInterval;
import de.charite.compbio.jannovar.reference.GenomePosition;
import de.charite.compbio.jannovar.reference.GenomeVariant;
import de.charite.compbio.jannovar.reference.PositionType;
import de.charite.compbio.jannovar.reference.Strand;
import de.charite.compbio.jannovar.reference.TranscriptModel;
import de.charite.compbio.jannovar.reference.TranscriptModelBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Exon;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.variant.Variant;

/**
 * Jannovar's answers on the same made-up transcripts, where docs/adr/0008-annotation.md found it right: names of the DNA level
 * within one exon, but for deletion-insertions and inversions, and of the protein for missense, nonsense and frameshift variants.
 */
class JannovarOracleTest {
    private static final MadeUpGenome GENOME = MadeUpGenome.read();
    private static final String CONTIG = "made1";
    private static final String INTRONIC = ".*\\d[+-]\\d.*";

    private final TranscriptAnnotator annotator =
            new TranscriptAnnotator(GENOME.transcripts(), GENOME.reference(), TranscriptChoice.of(List.of()));

    @Test
    void namesWithinAnExonAreJannovarsToo() throws InvalidGenomeVariant {
        ReferenceDictionary dictionary = dictionary();
        Map<String, TranscriptModel> models = new HashMap<>();
        for (Transcript transcript : GENOME.transcripts()) {
            if (transcript.contig().equals(CONTIG)
                    && transcript.coding().isPresent()
                    && transcript.marks().isEmpty()) {
                models.put(transcript.id(), model(transcript, dictionary));
            }
        }
        List<String> others = new ArrayList<>();
        int dna = 0;
        int proteins = 0;
        for (String line : MadeUpGenome.lines("cases.tsv").stream().skip(1).toList()) {
            String[] cells = line.split("\t", -1);
            TranscriptModel model = models.get(cells[4]);
            if (model == null || cells[5].equals("delins") || cells[5].equals("inv")) {
                continue;
            }
            Variant variant = new Variant(cells[0], Integer.parseInt(cells[1]), cells[2], cells[3]);
            TranscriptEffect effect = annotator.annotate(variant).stream()
                    .filter(one -> one.transcript().id().equals(cells[4]))
                    .findFirst()
                    .orElseThrow();
            String ours = effect.hgvsC().orElseThrow();
            if (ours.matches(INTRONIC) || ours.contains("delins")) {
                continue;
            }
            GenomePosition position =
                    new GenomePosition(dictionary, Strand.FWD, 1, variant.position(), PositionType.ONE_BASED);
            Annotation theirs = new AnnotationBuilderDispatcher(
                            model,
                            new GenomeVariant(position, variant.ref(), variant.alt()),
                            new AnnotationBuilderOptions())
                    .build();
            String named = theirs.getCDSNTChangeStr();
            if (named.matches(INTRONIC)) {
                // It leaves a variant where it was written when that is over the edge of an exon.
                continue;
            }
            dna++;
            if (!ours.equals(named)) {
                others.add(variant.describe() + ": " + ours + ", Jannovar " + named);
            }
            String terms = effect.termText();
            boolean comparable =
                    terms.matches("(missense_variant|stop_gained|frameshift_variant)(&splice_region_variant)?");
            String protein = effect.hgvsP().orElse("").replace("Ter", "*");
            if (comparable && protein.matches(".*[^?]\\)")) {
                proteins++;
                String theirProtein = theirs.getProteinChangeStr(AminoAcidCode.THREE_LETTER);
                if (!protein.equals(theirProtein)) {
                    others.add(variant.describe() + ": " + ours + " " + protein + ", Jannovar " + theirProtein);
                }
            }
        }
        assertThat(others).isEmpty();
        assertThat(dna).isGreaterThan(200);
        assertThat(proteins).isGreaterThan(50);
    }

    private static ReferenceDictionary dictionary() {
        ReferenceDictionaryBuilder builder = new ReferenceDictionaryBuilder();
        builder.putContigID(CONTIG, 1);
        builder.putContigName(1, CONTIG);
        builder.putContigLength(1, GENOME.reference().length(CONTIG));
        return builder.build();
    }

    private static TranscriptModel model(Transcript transcript, ReferenceDictionary dictionary) {
        boolean minus = transcript.strand() == org.marrow.core.transcript.Strand.MINUS;
        Strand strand = minus ? Strand.REV : Strand.FWD;
        TranscriptModelBuilder builder = new TranscriptModelBuilder();
        builder.setAccession(transcript.id());
        builder.setGeneSymbol(transcript.gene());
        builder.setGeneID(transcript.gene());
        builder.setStrand(strand);
        StringBuilder bases = new StringBuilder();
        for (Exon exon : transcript.exons()) {
            builder.addExonRegion(
                    new GenomeInterval(dictionary, Strand.FWD, 1, exon.start() - 1, exon.end()).withStrand(strand));
            bases.append(GENOME.reference().bases(CONTIG, exon.start(), exon.end()));
        }
        builder.setSequence(minus ? Nucleotides.reverseComplement(bases.toString()) : bases.toString());
        builder.setTXRegion(new GenomeInterval(dictionary, Strand.FWD, 1, transcript.start() - 1, transcript.end())
                .withStrand(strand));
        CodingRegion coding = transcript.coding().orElseThrow();
        builder.setCDSRegion(
                new GenomeInterval(dictionary, Strand.FWD, 1, coding.start() - 1, coding.end()).withStrand(strand));
        return builder.build();
    }
}
