package org.marrow.io.vcf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.variant.Consequence;

/**
 * Reads the effect of each ALT allele from VEP's {@code CSQ}, SnpEff's {@code ANN}, or the plain keys of Marrow's own files,
 * whichever is there first.
 *
 * <p>Of several transcripts, each gene is spoken for by the one that the laboratory's list named when Marrow annotated the file, else
 * by its MANE Select transcript, else the canonical one, else VEP's pick, else
 * a protein-coding one, the most severe and then the longest of them. Of several genes, one with a symbol comes first, then one
 * that makes a protein, then the one whose speaker is the most severe. This is vcf2maf's choice but for one thing: vcf2maf ranks a
 * gene by its most severe transcript, here the transcript that speaks for it counts, so that a side transcript of a neighbour
 * cannot hide a change of a gene's main one. A transcript that the variant lies outside of speaks last.
 */
final class AnnotationReader {
    /** Plain keys, each with one value for each ALT; taken only when the header declares them with Number=A. */
    static final String GENE = "GENE";

    static final String CONSEQUENCE = "CONSEQUENCE";
    static final String HGVS_C = "HGVSC";
    static final String HGVS_P = "HGVSP";
    static final String TRANSCRIPT = "TRANSCRIPT";

    /** Fields of ANN, by the "Variant annotations in VCF format" specification 1.0. */
    private static final List<String> ANN_FIELDS = List.of(
            "Allele",
            "Consequence",
            "IMPACT",
            "SYMBOL",
            "Gene",
            "Feature_type",
            "Feature",
            "BIOTYPE",
            "EXON",
            "HGVSc",
            "HGVSp");

    private final VcfHeader header;
    private final @Nullable Map<String, Integer> vepFields;
    private static final Map<String, Integer> ANN_INDEX = index(ANN_FIELDS);

    /** VEP writes its own fields under ANN when it is told to. */
    private final @Nullable Map<String, Integer> annFormat;

    AnnotationReader(VcfHeader header) {
        this.header = header;
        FieldDefinition csq = header.info().get("CSQ");
        this.vepFields = csq == null ? null : fieldsOf(csq.description());
        FieldDefinition ann = header.info().get("ANN");
        this.annFormat = ann == null ? null : fieldsOf(ann.description());
    }

    /** The effect of the ALT allele with this index, from 0. */
    VariantAnnotation read(VcfRecord record, int alt) {
        String csq = record.info().get("CSQ");
        if (csq != null) {
            if (vepFields == null) {
                throw record.place().wrong("INFO", "a header that gives the Format of CSQ", "CSQ without it");
            }
            return choose(record, alt, csq, vepFields, true);
        }
        String ann = record.info().get("ANN");
        if (ann != null) {
            return annFormat == null
                    ? choose(record, alt, ann, ANN_INDEX, false)
                    : choose(record, alt, ann, annFormat, true);
        }
        return plain(record, alt);
    }

    private static @Nullable Map<String, Integer> fieldsOf(String description) {
        int format = description.indexOf("Format:");
        if (format < 0) {
            return null;
        }
        String names = description.substring(format + "Format:".length()).strip();
        return index(Arrays.asList(names.split("\\|")));
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i).strip(), i);
        }
        return index;
    }

    private VariantAnnotation choose(VcfRecord record, int alt, String text, Map<String, Integer> fields, boolean vep) {
        String ref = record.ref();
        String altBases = record.alts().get(alt);
        String allele = vep ? vepAllele(record, alt) : altBases;
        Map<String, AnnotatedTranscript> byGene = new LinkedHashMap<>();
        for (String entry : text.split(",")) {
            String[] values = entry.split("\\|", -1);
            if (!isOf(values, fields, allele, alt, record.alts().size())) {
                continue;
            }
            String terms = AnnotatedTranscript.field(values, fields, "Consequence");
            AnnotatedTranscript transcript =
                    new AnnotatedTranscript(values, fields, ConsequenceTerms.parse(terms, ref, altBases));
            byGene.merge(
                    transcript.gene(),
                    transcript,
                    (held, next) -> AnnotatedTranscript.WITHIN_GENE.compare(next, held) < 0 ? next : held);
        }
        return byGene.values().stream()
                .min(AnnotatedTranscript.AMONG_GENES)
                .map(transcript -> transcript.annotation(header.version()))
                .orElse(VariantAnnotation.NONE);
    }

    private static boolean isOf(String[] values, Map<String, Integer> fields, String allele, int alt, int altCount) {
        String number = AnnotatedTranscript.field(values, fields, "ALLELE_NUM");
        if (!number.isEmpty()) {
            return number.equals(String.valueOf(alt + 1));
        }
        return altCount == 1
                || AnnotatedTranscript.field(values, fields, "Allele").equals(allele);
    }

    /** VEP drops the first base of all alleles where they share it and one is an insertion or deletion. */
    static String vepAllele(VcfRecord record, int alt) {
        String ref = record.ref();
        boolean indel = record.alts().stream().anyMatch(other -> other.length() != ref.length());
        boolean shared = record.alts().stream()
                .allMatch(other -> other.charAt(0) == ref.charAt(0) || other.startsWith("<") || other.equals("*"));
        String allele = record.alts().get(alt);
        if (!indel || !shared || allele.charAt(0) != ref.charAt(0)) {
            return allele;
        }
        return allele.length() == 1 ? "-" : allele.substring(1);
    }

    private VariantAnnotation plain(VcfRecord record, int alt) {
        Consequence consequence = plain(record, CONSEQUENCE, alt)
                .map(name -> consequence(record, name))
                .orElse(Consequence.UNKNOWN);
        Optional<String> hgvsP = plain(record, HGVS_P, alt);
        TranscriptDetails details = new TranscriptDetails(
                Optional.empty(), hgvsP.map(HgvsText::threeLetters), Optional.empty(), Optional.empty(), List.of());
        return new VariantAnnotation(
                plain(record, GENE, alt),
                consequence,
                plain(record, HGVS_C, alt),
                hgvsP,
                plain(record, TRANSCRIPT, alt),
                details);
    }

    private static Consequence consequence(VcfRecord record, String name) {
        for (Consequence consequence : Consequence.values()) {
            if (consequence.name().equals(name)) {
                return consequence;
            }
        }
        throw record.place().wrong("INFO", CONSEQUENCE + " as one of " + Arrays.toString(Consequence.values()), name);
    }

    private Optional<String> plain(VcfRecord record, String key, int alt) {
        FieldDefinition field = header.info().get(key);
        String value = record.info().get(key);
        if (value == null || field == null || !(field.number() instanceof FieldNumber.PerAlt)) {
            return Optional.empty();
        }
        return Optional.of(value.split(",", -1)[alt])
                .filter(text -> !text.isEmpty() && !text.equals("."))
                .map(HgvsText::decodePercent);
    }
}
