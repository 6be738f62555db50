package org.marrow.io.vcf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marrow.core.transcript.CodingRegion;
import org.marrow.core.transcript.Strand;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.transcript.TranscriptEffect;
import org.marrow.core.transcript.TranscriptMark;
import org.marrow.core.transcript.TranscriptStanding;

/** Writes effects on transcripts as VEP's {@code CSQ}, in the fields that docs/formats/vcf.md lists. */
final class CsqText {
    static final String KEY = "CSQ";
    /** Marrow's own field: {@code YES} for the transcript that the laboratory's list names. */
    static final String PANEL = "PANEL";

    static final String YES = "YES";

    private static final String FIELDS =
            "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON"
                    + "|HGVSc|HGVSp|HGVSp_short|cDNA_position|CDS_position|Protein_position|Amino_acids|DISTANCE|STRAND|FLAGS"
                    + "|ALLELE_NUM|PICK|CANONICAL|MANE_SELECT|MANE_PLUS_CLINICAL|" + PANEL;

    private static final String INTERGENIC = "intergenic_variant|MODIFIER";

    /** Characters that would end a field, an entry or the INFO value. */
    private static final String RESERVED = "|,;=& \t%";

    private CsqText() {}

    static String headerLine() {
        return "##INFO=<ID=" + KEY
                + ",Number=.,Type=String,Description=\"Consequence annotations from Marrow, in the form of"
                + " Ensembl VEP. Format: " + FIELDS + "\">";
    }

    /** The entries of one ALT allele; one that says so where no transcript is near. */
    static String entries(VcfRecord record, int alt, List<TranscriptEffect> effects) {
        String allele = AnnotationReader.vepAllele(record, alt);
        if (effects.isEmpty()) {
            long before = FIELDS.substring(0, FIELDS.indexOf("ALLELE_NUM"))
                    .chars()
                    .filter(c -> c == '|')
                    .count();
            long all = FIELDS.chars().filter(c -> c == '|').count();
            return allele + "|" + INTERGENIC + "|".repeat((int) before - 2) + (alt + 1)
                    + "|".repeat((int) (all - before));
        }
        return effects.stream().map(effect -> entry(allele, alt, effect)).collect(Collectors.joining(","));
    }

    private static String entry(String allele, int alt, TranscriptEffect effect) {
        Transcript transcript = effect.transcript();
        TranscriptEffect.Place place = effect.place();
        String id = encode(transcript.id());
        String protein = transcript
                .coding()
                .flatMap(CodingRegion::protein)
                .map(accession -> encode(accession) + ":")
                .orElse("");
        String flags = transcript.marks().stream()
                .flatMap(mark -> mark.flag().stream())
                .collect(Collectors.joining("&"));
        boolean mane = transcript.has(TranscriptMark.MANE_SELECT);
        boolean plus = transcript.has(TranscriptMark.MANE_PLUS_CLINICAL);
        boolean canonical = transcript.has(TranscriptMark.CANONICAL) || mane;
        return String.join(
                "|",
                allele,
                effect.termText(),
                effect.impact().name().toUpperCase(Locale.ROOT),
                encode(transcript.gene()),
                encode(transcript.geneId().orElse("")),
                "Transcript",
                id,
                encode(transcript.biotype()),
                text(place.exon()),
                text(place.intron()),
                effect.hgvsC().map(name -> id + ":" + encode(name)).orElse(""),
                effect.hgvsP().map(name -> protein + encode(name)).orElse(""),
                effect.hgvsPShort().map(CsqText::encode).orElse(""),
                text(place.transcriptPosition()),
                text(place.codingPosition()),
                text(place.proteinPosition()),
                text(place.aminoAcids()),
                place.distance().isPresent() ? String.valueOf(place.distance().getAsInt()) : "",
                transcript.strand() == Strand.MINUS ? "-1" : "1",
                flags,
                String.valueOf(alt + 1),
                effect.chosen() ? "1" : "",
                canonical ? YES : "",
                mane ? id : "",
                plus ? id : "",
                effect.standing() == TranscriptStanding.NAMED_BY_LIST ? YES : "");
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (RESERVED.indexOf(c) >= 0) {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
