package org.marrow.io.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.marrow.core.error.UserException;
import org.marrow.core.variant.AssessedGenes;
import org.marrow.io.airr.AirrSource;
import org.marrow.io.clinical.ClinicalTableSource;
import org.marrow.io.clinical.TreatmentSource;
import org.marrow.io.maf.MafSource;
import org.marrow.io.measurement.MeasurementSource;
import org.marrow.io.samplesheet.SamplesheetSource;

/** Damage of any kind is refused as a user's mistake or does no harm; it is never a crash. */
class DamagedTablesTest {
    private static final int ROUNDS = 1500;
    private static final byte[] TELLING = ",;\t\"\n\r.-#'0NA \u0000".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    static Stream<Arguments> readers() {
        return Stream.of(
                reader(
                        "samplesheet.csv",
                        SamplesheetSource::read,
                        "patient,centre,disease,sample,date,timepoint,vcf,panel\nP1,L,AML,S1,2026-01-02,d 0,a.vcf,a.vcf\n"
                                + "P1,L,AML,S2,2026-01-03,,\"a.vcf\",exome\n"),
                reader(
                        "measurements.csv",
                        MeasurementSource::read,
                        "patient,sample,date,technique,target,aberrant_events,cd45_events,lod_events\n"
                                + "P1,S1,2026-01-02,flow,\"LAIP, 1\",3,500000,20\nP1,S1,2026-01-02,flow,B,0,500000,\n"),
                reader(
                        "clinical.csv",
                        ClinicalTableSource::read,
                        "patient,age_years,hb_g_dl,karyotype,cyto_ipssr,FLT3_ITD\nP1,60,9.6,\"46,XX[20]\",Good,1\nP2,,,,,NA\n"),
                reader(
                        "treatments.csv",
                        TreatmentSource::read,
                        "patient,name,start,end,line\nP1,7+3,2026-01-02,2026-01-09,1\n"),
                reader(
                        "calls.maf",
                        file -> MafSource.read(file, new AssessedGenes.Unstated()),
                        "#version 2.4\nHugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tVariant_Classification\t"
                                + "Reference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tt_depth\tt_alt_count\ti_TumorVAF_WU\n"
                                + "G\t37\t1\t5\tSilent\tA\tG\tS\t10\t3\t\nG\t37\t1\t5\tSilent\t-\tG\tS\t\t\t4.5\n"),
                reader(
                        "clones.tsv",
                        AirrSource::read,
                        "sequence_id\tsequence\trev_comp\tproductive\tv_call\td_call\tj_call\tsequence_alignment\t"
                                + "germline_alignment\tjunction\tjunction_aa\tv_cigar\td_cigar\tj_cigar\tduplicate_count\n"
                                + "a\tACGT\tF\tT\tIGHV1-2*01\t\tIGHJ4*02\t\t\tTGT\tC\t\t\t\t5\n"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damageIsRefusedOrHarmless(String name, Consumer<Path> reader, String text) throws IOException {
        Files.writeString(folder.resolve("a.vcf"), "NPM1\n");
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        Files.write(file, whole);
        reader.accept(file);
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(file, damage(whole, random));
            try {
                reader.accept(file);
            } catch (UserException expected) {
                refused++;
                assertThat(expected.getMessage()).as("round " + round).contains(name);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 4);
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            int place = random.nextInt(changed.length);
            switch (random.nextInt(4)) {
                case 0 -> changed[place] = (byte) random.nextInt(256);
                case 1 -> changed[place] = TELLING[random.nextInt(TELLING.length)];
                case 2 -> changed = cut(changed, place, Math.min(changed.length, place + 1 + random.nextInt(9)));
                default -> changed = twice(changed, place, Math.min(changed.length, place + 1 + random.nextInt(40)));
            }
            if (changed.length == 0) {
                return changed;
            }
        }
        return changed;
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        byte[] longer = new byte[bytes.length + (to - from)];
        System.arraycopy(bytes, 0, longer, 0, to);
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }

    private static Arguments reader(String name, Consumer<Path> reader, String text) {
        return Arguments.of(name, reader, text);
    }
}
