package org.marrow.io.maf;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.Consequence;
import org.marrow.core.variant.ContigNames;
import org.marrow.core.variant.Variant;
import org.marrow.core.variant.VariantCall;
import org.marrow.io.vcf.AnnotatedCall;

/** Turns the annotated calls of a VCF into lines of a MAF, as vcf2maf does. */
public final class VcfToMaf {
    private static final Pattern CODING_BASE = Pattern.compile("c\\.(\\d{1,9})\\D.*");
    private static final Pattern ENTREZ = Pattern.compile("[1-9]\\d{0,8}");
    private static final int BASES_PER_CODON = 3;

    private final Samples samples;
    private final Assembly assembly;
    private final Map<String, Integer> entrezGenes;

    /**
     * @param entrezGenes NCBI's numbers by HGNC symbol, for genes whose number the annotation does not say; may be empty
     */
    public VcfToMaf(Samples samples, Assembly assembly, Map<String, Integer> entrezGenes) {
        this.samples = requireNonNull(samples, "samples");
        this.assembly = requireNonNull(assembly, "assembly");
        this.entrezGenes = Map.copyOf(entrezGenes);
    }

    /** What the lines say of their samples: barcodes and who sequenced. */
    public record Samples(String tumour, Optional<String> normal, Optional<String> centre) {
        public Samples {
            requireNonNull(tumour, "tumour");
            requireNonNull(normal, "normal");
            requireNonNull(centre, "centre");
        }
    }

    /** A line for each call of bases; symbolic alleles, for which MAF has no place, are left out. */
    public List<MafRecord> records(List<AnnotatedCall> calls) {
        List<MafRecord> records = new ArrayList<>();
        for (AnnotatedCall call : calls) {
            if (!call.call().variant().isSymbolic()) {
                records.add(record(call));
            }
        }
        return List.copyOf(records);
    }

    private MafRecord record(AnnotatedCall annotated) {
        VariantCall call = withMafNames(annotated.call());
        return new MafRecord(
                samples.tumour(),
                samples.normal(),
                samples.centre(),
                assembly,
                entrez(call.gene(), annotated.details().geneId()),
                call,
                MafClassification.word(call, annotated.details().term()),
                annotated.details().proteinName(),
                annotated.details().exon(),
                annotated.details().knownIds().stream()
                        .filter(id -> id.matches("rs\\d+"))
                        .toList(),
                annotated.refReads(),
                annotated.normal());
    }

    private OptionalInt entrez(Optional<String> gene, Optional<String> annotated) {
        Optional<Integer> number = annotated
                .filter(id -> ENTREZ.matcher(id).matches())
                .map(Integer::valueOf)
                .or(() -> gene.map(entrezGenes::get));
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static VariantCall withMafNames(VariantCall call) {
        Variant variant = call.variant();
        return new VariantCall(
                new Variant(ContigNames.canonical(variant.contig()), variant.position(), variant.ref(), variant.alt()),
                call.gene(),
                call.consequence(),
                call.hgvsC(),
                call.hgvsP().or(() -> spliceName(call)),
                call.transcript().map(VcfToMaf::withoutEnsemblVersion),
                call.depth(),
                call.altReads(),
                call.vaf(),
                call.filters());
    }

    /** vcf2maf, the GDC and cBioPortal name Ensembl's transcripts without their version, RefSeq's with it. */
    private static String withoutEnsemblVersion(String transcript) {
        int point = transcript.lastIndexOf('.');
        return transcript.startsWith("ENST") && point > 0 ? transcript.substring(0, point) : transcript;
    }

    /**
     * A change of a splice site has no protein name; vcf2maf and cBioPortal write the codon beside the intron,
     * {@code p.X168_splice}.
     */
    private static Optional<String> spliceName(VariantCall call) {
        if (call.consequence() != Consequence.SPLICE_SITE) {
            return Optional.empty();
        }
        Matcher coding = CODING_BASE.matcher(call.hgvsC().orElse(""));
        if (!coding.matches()) {
            return Optional.empty();
        }
        int base = Integer.parseInt(coding.group(1));
        return Optional.of("p.X" + (base + BASES_PER_CODON - 1) / BASES_PER_CODON + "_splice");
    }
}
