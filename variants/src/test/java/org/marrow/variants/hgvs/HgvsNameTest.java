package org.marrow.variants.hgvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marrow.core.error.ErrorCode;
import org.marrow.variants.hgvs.ProteinChange.Residue;
import org.marrow.variants.hgvs.ProteinChange.Residues;
import org.marrow.variants.hgvs.ProteinEdit.InsertedResidues;
import org.marrow.variants.hgvs.ProteinEdit.NewStop;

final class HgvsNameTest {

    /** Shapes of the recommendations, page by page: substitution, deletion, ... of DNA, then of RNA. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NC_000023.10:g.33038255C>A",
                "NG_012232.1(NM_004006.2):c.93+1G>T",
                "LRG_199t1:c.54G>H",
                "ENST00000296930.10:c.860_863dup",
                "NM_004006.2(DMD):c.79_80delinsTT",
                "c.123=",
                "c.=",
                "c.?",
                "n.-285_-281dup",
                "m.3243A>G",
                "NC_012920.1:m.16500_10del",
                "o.16500_10del",
                "c.5697del",
                "c.5697delA",
                "c.3939_3965del27",
                "c.-244_-239del",
                "c.*3_*5del",
                "c.-3_*5del",
                "c.4072-1234_5155-246del",
                "c.(4071+1_4072-1)_(5154+1_5155-1)del",
                "c.(?_-245)_(31+1_32-1)del",
                "g.(?_234567)_(345678_?)del",
                "c.4072-?_5154+?del",
                "c.(123A>T)",
                "c.20dup",
                "c.260_264+48dup",
                "c.32757_32758insT",
                "c.32867_32868insN[12]",
                "c.240_241insAGG",
                "c.240_241ins25",
                "c.240_241ins(25)",
                "c.240_241ins(80_100)",
                "c.240_241ins(?)",
                "c.849_850ins850_900",
                "c.849_850ins850_900inv",
                "c.419_420ins[T;401_419]",
                "c.419_420ins[T;450_470;AGGG]",
                "g.17712_17713ins[NC_000022.10:g.35788169_35788352]",
                "c.5762_5763insNG_009830.1:g.91138_91274inv",
                "c.761_762ins(4070+1_4071-1)_(5000_5001)",
                "c.1077_1080inv",
                "c.3807_3808invTG",
                "g.100_142inv43",
                "c.6775_6777delinsC",
                "c.6775_6777delGAGinsC",
                "c.812_829delins908_925",
                "c.145_147delins[A;200_210]",
                "g.42522624_42522669con42536337_42536382",
                "c.15_355conNM_004006.1:20_360",
                "c.-128_-126[79]",
                "g.123CAG[23]",
                "c.54GCA[21]ACA[1]GCC[2]",
                "c.-128GGC[(600_800)]",
                "c.-128GGC[(?_800)]",
                "c.1210-12T[5]",
                "c.[2376G>C;3103del]",
                "c.[2376G>C];[3103del]",
                "c.[2376G>C];[2376=]",
                "c.2376G>C(;)3103del",
                "c.[296T>G;476T>C];[476T>C](;)1083A>C",
                "c.[296T>G(;)476T>C]",
                "c.[817C>T]",
                "r.76a>c",
                "r.(76a>c)",
                "r.10_11delinsguc",
                "r.76_77insa",
                "r.spl",
                "r.(spl?)",
                "r.0",
                "r.(0?)",
                "r.?",
                "r.-128_-126[79]",
                "r.123_345inv"
            })
    void nucleotideNamesPrintBackAsTheyWereWritten(String name) {
        assertThat(HgvsName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NP_003997.1:p.Trp24Cys",
                "NP_003997.1:p.(Trp24Cys)",
                "NM_000546.6(TP53):p.Arg175His",
                "p.W24C",
                "p.Trp24Ter",
                "p.Trp24*",
                "p.W24*",
                "p.Gly56Ala^Ser^Cys",
                "p.(Gly56Ala^Ser^Cys)",
                "p.Cys188=",
                "p.=",
                "p.(=)",
                "p.?",
                "p.(?)",
                "p.0",
                "p.0?",
                "p.Met1?",
                "p.(Met1?)",
                "p.Val7del",
                "p.(Val7del)",
                "p.Lys23_Val25del",
                "p.Ala3dup",
                "p.Ala3_Ser5dup",
                "p.F594_D600dup",
                "p.His4_Gln5insAla",
                "p.Lys2_Gly3insGlnSerLys",
                "p.(Met3_His4insGlyTer)",
                "p.Arg78_Gly79ins23",
                "p.Arg78_Gly79ins(23)",
                "p.Gln746_Lys747insXaa[63]",
                "p.D600_L601insFREYEYD",
                "p.Cys28delinsTrpVal",
                "p.Glu125_Ala132delinsGlyLeuHisArgPheIleValLeu",
                "p.N307_E309delinsK",
                "p.Arg97ProfsTer23",
                "p.Arg97Profs*23",
                "p.Arg97fs",
                "p.Arg97fsX23",
                "p.Ile327Argfs*?",
                "p.W288Cfs*12",
                "p.(Tyr4*)",
                "p.Met1ext-5",
                "p.Met1ValextMet-12",
                "p.Ter110GlnextTer17",
                "p.*110Glnext*17",
                "p.(*327Argext*?)",
                "p.Ala2[10]",
                "p.Arg65_Ser67[12]",
                "p.Gln18[(70_80)]",
                "p.[Ser68Arg;Asn594del]",
                "p.[(Ser73Arg)];[(Asn103del)]",
                "p.(Ser73Arg)(;)(Asn103del)"
            })
    void proteinNamesPrintBackAsTheyWereWritten(String name) {
        assertThat(HgvsName.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "NM_1.1:c.10C, 13, '>', the end",
                "NM_1.1c.10C>T, 12, ':', '>'",
                ":c.10C>T, 1, accession, ':'",
                "NM_1.1:x.10C>T, 8, one of c., 'x'",
                "c10C>T, 5, ':', '>'",
                "c.10J>T, 5, a base, 'J'",
                "c.10C>, 7, a base, the end",
                "c.010C>T, 3, without leading zeros, '010'",
                "c.0C>T, 4, the end of the name, 'C'",
                "c.10+0C>T, 6, from 1, '0'",
                "c.1234567890C>T, 3, at most 9 digits, '1234567890'",
                "c.10_5del, 6, a position behind 10, '5'",
                "c.-3_-5del, 6, a position behind -3, '-5'",
                "c.*5_3del, 6, a position behind *5, '3'",
                "c.10+5_10+2del, 8, a position behind 10+5, '10+2'",
                "c.10_11del(2), 11, the end of the name, '('",
                "c.10_11insQ, 11, bases, 'Q'",
                "c.10_11insACQ, 13, a base, 'Q'",
                "c.10_11ins, 11, bases, the end",
                "c.[10C>T;20G>A, 15, or ']', the end",
                "c.10C>T;20G>A, 8, square brackets, none",
                "c.(10C>T, 9, ')', the end",
                "g.10+1C>T, 5, del, '+'",
                "g.-10C>T, 3, a position, '-'",
                "g.*10C>T, 3, a position, '*'",
                "NR_1.1:c.10C>T, 8, a kind that NR_1.1 can have, 'c.'",
                "NP_1.1:c.10C>T, 8, a kind that NP_1.1 can have, 'c.'",
                "NC_000001.10:c.10C>T, 14, a kind that NC_000001.10 can have, 'c.'",
                "NC_000001.10:p.Trp24Cys, 14, a kind that NC_000001.10 can have, 'p.'",
                "NM_1.1(KIT:c.10C>T, 11, ')', ':'",
                "r.10C>T, 5, a base such as a, 'C'",
                "c.10a>c, 5, a base such as A, 'a'",
                "p.24Cys, 3, a residue, '2'",
                "p.Trp, 6, the number of the residue, the end",
                "p.Trp24, 8, a residue, the end",
                "p.Trp24Cyz, 8, residues of three letters, one of one letter",
                "p.Trp24C, 8, residues of three letters, one of one letter",
                "p.W24Cys, 6, residues of one letter, one of three letters",
                "p.Trp24Cysfs*12(;)Tyr4Ter, 23, a stop written as *, 'Ter'",
                "p.Trp24_Cys20del, 9, a residue behind number 24, number 20",
                "p.Trp24_Cys28, 14, del, the end",
                "p.(Trp24Cys, 12, ')', the end",
                "p.Trp24fsTer, 13, the distance, the end",
                "p.310_311TQ>TKQNPQ, 3, a residue, '3'",
                "p.-287fs, 3, a residue, '-'"
            })
    void aRefusalPointsAtTheCharacter(String name, int position, String expected, String found) {
        assertThatThrownBy(() -> HgvsName.parse(name)).isInstanceOfSatisfying(HgvsException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALUE);
            assertThat(refusal.name()).isEqualTo(name);
            assertThat(refusal.expected()).contains(expected);
            assertThat(refusal.found()).isEqualTo(found);
            assertThat(refusal.position()).as(refusal.getMessage()).isEqualTo(position);
            assertThat(refusal).hasMessageContaining("\"" + name + "\", character " + position);
        });
    }

    @Test
    void anEmptyNameIsRefused() {
        assertThatThrownBy(() -> HgvsName.parse("")).isInstanceOf(HgvsException.class);
    }

    @Test
    void thePartsOfACodingNameAreThere() {
        HgvsName name = HgvsName.parse("NM_002520.7:c.860_863+2dup");
        assertThat(name.reference()).hasValue(new HgvsReference("NM_002520.7", Optional.empty()));
        assertThat(name.kind()).isEqualTo(SequenceKind.CODING);
        Position first = Position.Numbered.of(860);
        Position last = new Position.Numbered(
                Position.Datum.START, 863, Optional.of(new Position.Offset(true, OptionalInt.of(2))));
        assertThat(name.onlyChange())
                .hasValue(new NucleotideChange(
                        false, Optional.of(Place.of(first, last)), new NucleotideEdit.Duplication(Optional.empty())));
    }

    @Test
    void thePartsOfAProteinNameAreThere() {
        HgvsName name = HgvsName.parse("p.(Trp288CysfsTer12)");
        assertThat(name.onlyChange())
                .hasValue(new ProteinChange(
                        true,
                        Optional.of(new Residues(new Residue(AminoAcid.TRP, 288), Optional.empty())),
                        new ProteinEdit.Frameshift(
                                Optional.of(AminoAcid.CYS), Optional.of(new NewStop(OptionalInt.of(12))))));
        assertThat(HgvsName.parse("c.[1A>G;2T>C]").onlyChange()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NP_1.1:p.(Trp288CysfsTer12), p.W288Cfs*12",
        "p.Asp816Val, p.D816V",
        "p.Ter110GlnextTer17, p.*110Qext*17",
        "p.[(Ser73Arg)];[(Asn103del)], p.[S73R];[N103del]",
        "p.Leu287=, p.L287="
    })
    void oneLetterNamesOfTheRecordsComeFromThreeLetterOnes(String written, String expected) {
        HgvsName name = HgvsName.parse(written);
        HgvsName plain = name.withoutReference().withoutPrediction().with(ProteinStyle.ONE_LETTER);
        assertThat(plain).hasToString(expected).isEqualTo(HgvsName.parse(expected));
        // And back, but for what was taken away.
        assertThat(plain.with(ProteinStyle.THREE_LETTERS))
                .isEqualTo(name.withoutReference().withoutPrediction());
    }

    @Test
    void anyChangeReadsBackFromItsPrintedName() {
        for (long seed = 0; seed < 4000; seed++) {
            HgvsName name = new RandomNames(new Random(seed)).name();
            assertThat(HgvsName.parse(name.toString()))
                    .as("seed " + seed + ": " + name)
                    .isEqualTo(name);
        }
    }

    @Test
    void anyLetterMayBeWrongAndNothingButOurRefusalComesOut() {
        String letters = "ACGTacgp.:_()[];=>*+-?0123delinsup^WTrX";
        for (long seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            StringBuilder text =
                    new StringBuilder(new RandomNames(random).name().toString());
            text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            String damaged = text.toString();
            try {
                assertThat(HgvsName.parse(damaged)).hasToString(damaged);
            } catch (HgvsException refusal) {
                assertThat(refusal.position()).isBetween(1, damaged.length() + 1);
            }
        }
    }

    /** Draws names of all shapes. */
    private record RandomNames(Random random) {

        HgvsName name() {
            Optional<HgvsReference> reference = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new HgvsReference("LRG_" + number(), Optional.empty()));
            if (random.nextBoolean()) {
                ProteinStyle style = random.nextBoolean() ? ProteinStyle.ONE_LETTER : ProteinStyle.THREE_LETTERS;
                // A residue fixes the style; names without one are read in HGVS's own.
                ProteinChange change = new ProteinChange(
                        random.nextBoolean(),
                        Optional.of(new Residues(residue(number()), Optional.empty())),
                        proteinEdit());
                return new HgvsName(reference, SequenceKind.PROTEIN, Alleles.of(change), style);
            }
            NucleotideChange change =
                    new NucleotideChange(random.nextBoolean(), Optional.of(place()), nucleotideEdit());
            return new HgvsName(reference, SequenceKind.CODING, Alleles.of(change), ProteinStyle.THREE_LETTERS);
        }

        private int number() {
            return 1 + random.nextInt(2000);
        }

        private Place place() {
            int first = number();
            return switch (random.nextInt(3)) {
                case 0 -> Place.of(position(first));
                case 1 -> Place.of(position(first), position(first + number()));
                default ->
                    new Place(
                            new Place.End.Within(new Position.Unknown(), position(first)),
                            Optional.of(new Place.End.Within(position(first + 5), new Position.Unknown())));
            };
        }

        private Position position(int number) {
            Optional<Position.Offset> offset = random.nextInt(3) > 0
                    ? Optional.empty()
                    : Optional.of(new Position.Offset(random.nextBoolean(), OptionalInt.of(number())));
            return new Position.Numbered(Position.Datum.START, number, offset);
        }

        private String bases() {
            StringBuilder bases = new StringBuilder();
            int length = 1 + random.nextInt(5);
            for (int i = 0; i < length; i++) {
                bases.append("ACGTN".charAt(random.nextInt(5)));
            }
            return bases.toString();
        }

        private Optional<NucleotideEdit.Stated> stated() {
            return switch (random.nextInt(3)) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(new NucleotideEdit.Stated.Bases(bases()));
                default -> Optional.of(new NucleotideEdit.Stated.Length(number()));
            };
        }

        private Inserted inserted() {
            return switch (random.nextInt(6)) {
                case 0 -> new Inserted.Bases(bases());
                case 1 -> new Inserted.Length(number());
                case 2 -> new Inserted.Repeated(bases(), count());
                case 3 -> new Inserted.UncertainLength(count());
                case 4 ->
                    new Inserted.Stretch(
                            Optional.of(new HgvsReference("NG_" + number(), Optional.empty())),
                            Optional.of(SequenceKind.GENOMIC),
                            Place.of(Position.Numbered.of(7), Position.Numbered.of(19)),
                            random.nextBoolean());
                default -> new Inserted.Composite(List.of(new Inserted.Bases(bases()), new Inserted.Length(number())));
            };
        }

        private Count count() {
            return switch (random.nextInt(3)) {
                case 0 -> new Count.Unknown();
                case 1 -> new Count.Within(OptionalInt.of(number()), OptionalInt.empty());
                default -> new Count.Exactly(number());
            };
        }

        private NucleotideEdit nucleotideEdit() {
            return switch (random.nextInt(8)) {
                case 0 -> new NucleotideEdit.Substitution("A", "C");
                case 1 -> new NucleotideEdit.Deletion(stated());
                case 2 -> new NucleotideEdit.Duplication(stated());
                case 3 -> new NucleotideEdit.Inversion(stated());
                case 4 -> new NucleotideEdit.Insertion(inserted());
                case 5 -> new NucleotideEdit.DeletionInsertion(stated(), inserted());
                case 6 -> new NucleotideEdit.Identity(random.nextBoolean() ? "" : bases());
                default ->
                    new NucleotideEdit.Repeat(List.of(
                            new NucleotideEdit.Repeat.Unit(random.nextBoolean() ? "" : bases(), count()),
                            new NucleotideEdit.Repeat.Unit(bases(), count())));
            };
        }

        private Residue residue(int number) {
            AminoAcid[] all = AminoAcid.values();
            // Without the stop, whose sign alone does not fix the style.
            return new Residue(all[random.nextInt(all.length - 1)], number);
        }

        private AminoAcid any() {
            return AminoAcid.values()[random.nextInt(AminoAcid.values().length)];
        }

        private ProteinEdit proteinEdit() {
            return switch (random.nextInt(7)) {
                case 0 -> new ProteinEdit.Substitution(List.of(any()));
                case 1 -> new ProteinEdit.Substitution(List.of(any(), any()));
                case 2 -> new ProteinEdit.Insertion(new InsertedResidues.Sequence(List.of(any(), any(), any())));
                case 3 ->
                    new ProteinEdit.DeletionInsertion(new InsertedResidues.Length(number(), random.nextBoolean()));
                case 4 ->
                    new ProteinEdit.Frameshift(
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(residue(1).residue()),
                            random.nextBoolean()
                                    ? Optional.empty()
                                    : Optional.of(new NewStop(
                                            random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(number()))));
                case 5 -> new ProteinEdit.Repeat(count());
                default ->
                    List.of(
                                    ProteinEdit.Plain.DELETION,
                                    ProteinEdit.Plain.DUPLICATION,
                                    ProteinEdit.Plain.UNCHANGED,
                                    ProteinEdit.Plain.UNKNOWN)
                            .get(random.nextInt(4));
            };
        }
    }
}
