package org.marrow.io.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * <p>Of several transcripts, each gene is spoken for by the one that the laboratory's list named when Marrow annotated the file,
 * else by its MANE Select transcript, else VEP's pick, else the canonical one, else the first with the most severe consequence; of
 * several genes, the one whose spokesman is the most severe. A transcript that the variant lies outside of speaks last.
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
    private final Map<String, Integer> annFields = index(ANN_FIELDS);

    AnnotationReader(VcfHeader header) {
        this.header = header;
        FieldDefinition csq = header.info().get("CSQ");
        this.vepFields = csq == null ? null : fieldsOf(csq.description());
    }

    /** The effect of the ALT allele with this index, from 0. */
    VariantAnnotation read(VcfRecord record, int alt) {
        String csq = record.info().get("CSQ");
        if (csq != null) {
            if (vepFields == null) {
                throw record.place().wrong("INFO", "a header that gives the Format of CSQ", "CSQ without it");
            }
            return choose(record, alt, transcripts(csq, vepFields), true);
        }
        String ann = record.info().get("ANN");
        if (ann != null) {
            return choose(record, alt, transcripts(ann, annFields), false);
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

    private List<Transcript> transcripts(String text, Map<String, Integer> fields) {
        List<Transcript> transcripts = new ArrayList<>();
        for (String entry : text.split(",")) {
            transcripts.add(new Transcript(entry.split("\\|", -1), fields));
        }
        return transcripts;
    }

    private VariantAnnotation choose(VcfRecord record, int alt, List<Transcript> transcripts, boolean vep) {
        String ref = record.ref();
        String altBases = record.alts().get(alt);
        String allele = vep ? vepAllele(record, alt) : altBases;
        Map<String, Choice> byGene = new LinkedHashMap<>();
        for (Transcript transcript : transcripts) {
            if (!transcript.isOf(allele, alt, record.alts().size())) {
                continue;
            }
            ConsequenceTerms.Ranked severity = ConsequenceTerms.parse(transcript.field("Consequence"), ref, altBases);
            Choice choice = new Choice(transcript, severity);
            byGene.merge(transcript.gene(), choice, (held, next) -> next.speaksBeforeFor(held) ? next : held);
        }
        return byGene.values().stream()
                .min(Comparator.comparingInt(choice -> choice.severity().rank()))
                .map(choice -> choice.annotation(header.version()))
                .orElse(VariantAnnotation.NONE);
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
        return new VariantAnnotation(
                plain(record, GENE, alt),
                consequence,
                plain(record, HGVS_C, alt),
                plain(record, HGVS_P, alt),
                plain(record, TRANSCRIPT, alt));
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

    /** One entry of CSQ or ANN. */
    private record Transcript(String[] values, Map<String, Integer> fields) {
        String field(String name) {
            Integer at = fields.get(name);
            return at == null || at >= values.length ? "" : values[at].strip();
        }

        String gene() {
            String symbol = field("SYMBOL");
            return symbol.isEmpty() ? field("Gene") : symbol;
        }

        boolean isOf(String allele, int alt, int altCount) {
            String number = field("ALLELE_NUM");
            if (!number.isEmpty()) {
                return number.equals(String.valueOf(alt + 1));
            }
            return altCount == 1 || field("Allele").equals(allele);
        }

        /** 0 for the transcript that a gene is best spoken for by. */
        int standing() {
            String terms = field("Consequence");
            if (terms.equals("upstream_gene_variant") || terms.equals("downstream_gene_variant")) {
                return 5;
            }
            if (field(CsqText.PANEL).equals(CsqText.YES)) {
                return 0;
            }
            if (!field("MANE_SELECT").isEmpty() || field("MANE").startsWith("NM_")) {
                return 1;
            }
            if (field("PICK").equals("1")) {
                return 2;
            }
            return field("CANONICAL").equals("YES") ? 3 : 4;
        }
    }

    private record Choice(Transcript transcript, ConsequenceTerms.Ranked severity) {
        boolean speaksBeforeFor(Choice held) {
            int standing = transcript.standing();
            int heldStanding = held.transcript.standing();
            if (standing != heldStanding) {
                return standing < heldStanding;
            }
            return severity.rank() < held.severity.rank();
        }

        VariantAnnotation annotation(VcfVersion version) {
            String hgvsC = decode(transcript.field("HGVSc"), version);
            String hgvsP = decode(transcript.field("HGVSp"), version);
            String feature = transcript.field("Feature");
            Optional<String> named = feature.isEmpty() ? Optional.empty() : Optional.of(feature);
            return new VariantAnnotation(
                    Optional.of(transcript.gene()).filter(gene -> !gene.isEmpty()),
                    severity.consequence(),
                    HgvsText.coding(hgvsC),
                    HgvsText.protein(hgvsP),
                    HgvsText.transcript(hgvsC).or(() -> named));
        }

        /** VEP encodes the equals sign in every version, for INFO may hold none. */
        private static String decode(String text, VcfVersion version) {
            return version.encodesPercent() ? HgvsText.decodePercent(text) : text.replace("%3D", "=");
        }
    }
}
