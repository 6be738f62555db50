package org.marrow.variants.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.marrow.core.risk.TriState;
import org.marrow.core.testing.SharedData;
import org.marrow.core.variant.Consequence;
import org.marrow.variants.testing.Calls;

/** Counts of the hotspot genes in TCGA-LAML, against the counts that the clinical rules give for the same file. */
@Tag("real-data")
class TcgaLamlTest {
    private static final Map<String, Consequence> CLASSES = Map.of(
            "Missense_Mutation", Consequence.MISSENSE,
            "Nonsense_Mutation", Consequence.STOP_GAINED,
            "Frame_Shift_Ins", Consequence.FRAMESHIFT,
            "Frame_Shift_Del", Consequence.FRAMESHIFT,
            "In_Frame_Ins", Consequence.INFRAME_INSERTION,
            "In_Frame_Del", Consequence.INFRAME_DELETION,
            "Splice_Site", Consequence.SPLICE_SITE,
            "Silent", Consequence.SYNONYMOUS);

    private static Map<String, MolecularLesions> patients() throws IOException {
        Map<String, List<Calls>> calls = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.require("data/cohort/tcga_laml.maf.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            String line;
            while ((line = lines.readLine()) != null) {
                String[] cells = line.split("\t", -1);
                calls.computeIfAbsent(cells[13], name -> new ArrayList<>()).add(call(cells));
            }
        }
        Map<String, MolecularLesions> patients = new TreeMap<>();
        calls.forEach((name, of) -> patients.put(name, new MolecularLesions(Calls.exome(of.toArray(Calls[]::new)))));
        return patients;
    }

    /** An inserted or deleted allele gets an anchor base, as VCF has it; which base does not matter here. */
    private static Calls call(String[] cells) {
        boolean anchored = cells[10].equals("-") || cells[12].equals("-");
        String ref = anchored ? "N" + cells[10].replace("-", "") : cells[10];
        String alt = anchored ? "N" + cells[12].replace("-", "") : cells[12];
        int position = Integer.parseInt(cells[5]) - (cells[12].equals("-") ? 1 : 0);
        return Calls.in(cells[0])
                .at(cells[4], position, ref, alt)
                .is(CLASSES.getOrDefault(cells[8], Consequence.OTHER))
                .protein(cells[14]);
    }

    private static long count(
            Map<String, MolecularLesions> patients, Function<MolecularLesions, LesionFinding> lesion) {
        return patients.values().stream()
                .filter(patient -> lesion.apply(patient).state() == TriState.PRESENT)
                .count();
    }

    @Test
    void theHotspotGenesHaveTheirKnownCounts() throws IOException {
        Map<String, MolecularLesions> patients = patients();

        // 31 insertions of the last NPM1 exon and 36 FLT3 insertions (rules, section 10.3), one a patient.
        assertThat(count(patients, MolecularLesions::npm1)).isEqualTo(31);
        assertThat(count(patients, MolecularLesions::flt3Itd)).isEqualTo(36);
        assertThat(patients.get("TCGA-AB-2802").npm1().state()).isEqualTo(TriState.ABSENT);
        assertThat(patients.get("TCGA-AB-2915").npm1().state()).isEqualTo(TriState.ABSENT);
        // A deletion that is shorter than what replaces it is no duplication.
        assertThat(patients.get("TCGA-AB-2870").flt3Itd().state()).isEqualTo(TriState.UNKNOWN);
        assertThat(count(patients, MolecularLesions::cebpaBzipInFrame)).isEqualTo(8);
        assertThat(patients.get("TCGA-AB-2874").cebpaBzipMissense().state()).isEqualTo(TriState.PRESENT);
    }
}
