package org.marrow.variants.lesion;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.marrow.variants.karyotype.CytogeneticLesion;
import org.marrow.variants.karyotype.DerivedLesion;

/**
 * The lesion names that clinical tables may use and that the schemes read: the {@linkplain CytogeneticLesion#label() cytogenetic
 * lesions}, what is derived from a whole karyotype, single assays, and genes by HGNC symbol.
 */
public final class LesionNames {
    /** Three or more abnormalities; ELN 2022 excludes some of them, see {@link #COMPLEX_ELN2022}. */
    public static final String COMPLEX = "complex";

    /** Complex as ELN 2022 defines it, where a table can tell it from {@link #COMPLEX}. */
    public static final String COMPLEX_ELN2022 = "complex_eln2022";

    public static final String MONOSOMAL = "monosomal";

    /** -7 or del(7q) in one column, as IPSS-M asks for it. */
    public static final String DEL7_7Q = "del7_7q";

    /** -17 or del(17p) in one column, as IPSS-M asks for it. */
    public static final String DEL17_17P = "del17_17p";

    /** NPM1 frameshift of the last exon. */
    public static final String NPM1 = "NPM1";

    public static final String FLT3_ITD = "FLT3_ITD";
    public static final String FLT3_TKD = "FLT3_TKD";

    /** FLT3 by either, as IPSS-M asks for it. */
    public static final String FLT3 = "FLT3";

    /** In-frame insertion or deletion within the bZIP domain of CEBPA, on one allele or both. */
    public static final String CEBPA_BZIP_INFRAME = "CEBPA_BZIP_INFRAME";

    /** Missense variant within the bZIP domain of CEBPA, which the guidelines leave open. */
    public static final String CEBPA_BZIP_MISSENSE = "CEBPA_BZIP_MISSENSE";

    /** Truncating variant of CEBPA before the start of its short form. */
    public static final String CEBPA_NTERM = "CEBPA_NTERM";

    /** CEBPA mutated on both alleles, as ELN 2017 and WHO 2022 ask for it. */
    public static final String CEBPA_BIALLELIC = "CEBPA_BIALLELIC";

    public static final String DDX41 = "DDX41";

    /** The usual acquired second hit of DDX41. */
    public static final String DDX41_R525H = "DDX41_R525H";

    public static final String MPL = "MPL";

    /** The MPL variant of hereditary thrombocytosis. */
    public static final String MPL_S505N = "MPL_S505N";

    public static final String JAK2_V617F = "JAK2_V617F";

    /** CALR frameshift of exon 9. */
    public static final String CALR = "CALR";

    /** CALR mutation of type 1: the 52-base deletion. */
    public static final String CALR_TYPE1 = "CALR_TYPE1";

    public static final String U2AF1_Q157 = "U2AF1_Q157";
    public static final String PAX5_P80R = "PAX5_P80R";

    public static final String TP53 = "TP53";

    /** TP53 allele lost: 17p deleted, or copy-neutral loss of heterozygosity. */
    public static final String TP53_LOH = "TP53_LOH";

    /** Partial tandem duplication of KMT2A; not a rearrangement with a partner. */
    public static final String KMT2A_PTD = "KMT2A_PTD";

    public static final String SF3B1 = "SF3B1";

    /** ELN 2022 myelodysplasia-related genes. */
    public static final List<String> MYELODYSPLASIA_RELATED_GENES =
            List.of("ASXL1", "BCOR", "EZH2", "RUNX1", "SF3B1", "SRSF2", "STAG2", "U2AF1", "ZRSR2");

    /** Genes that count as mutated by any protein-altering variant. */
    public static final List<String> GENES = List.of(
            "ASXL1", "BCOR", "BCORL1", "CBL", "CEBPA", DDX41, "DNMT3A", "ETNK1", "ETV6", "EZH2", "GATA2", "GNB1",
            "IDH1", "IDH2", "KIT", "KRAS", "NF1", "NRAS", "PHF6", "PPM1D", "PRPF8", "PTPN11", "RUNX1", "SETBP1", SF3B1,
            "SRSF2", "STAG2", "U2AF1", "WT1", "ZRSR2");

    private static final SortedSet<String> ALL = all();

    private LesionNames() {}

    /** Every name that some scheme reads, sorted. */
    public static SortedSet<String> known() {
        return ALL;
    }

    private static SortedSet<String> all() {
        SortedSet<String> names = new TreeSet<>(GENES);
        names.addAll(Set.of(
                COMPLEX,
                COMPLEX_ELN2022,
                MONOSOMAL,
                DEL7_7Q,
                DEL17_17P,
                NPM1,
                FLT3_ITD,
                FLT3_TKD,
                FLT3,
                CEBPA_BZIP_INFRAME,
                CEBPA_BZIP_MISSENSE,
                CEBPA_NTERM,
                CEBPA_BIALLELIC,
                DDX41_R525H,
                MPL_S505N,
                JAK2_V617F,
                CALR,
                CALR_TYPE1,
                U2AF1_Q157,
                PAX5_P80R,
                TP53,
                TP53_LOH,
                KMT2A_PTD));
        Arrays.stream(CytogeneticLesion.values()).map(CytogeneticLesion::label).forEach(names::add);
        Arrays.stream(DerivedLesion.values()).map(DerivedLesion::label).forEach(names::add);
        return Collections.unmodifiableSortedSet(names);
    }
}
