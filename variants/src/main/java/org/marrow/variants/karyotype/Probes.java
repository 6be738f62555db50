package org.marrow.variants.karyotype;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the probes of leukaemia panels lie. From memory: positions to be checked against the makers' sheets. */
final class Probes {
    /** What a probe lies on. */
    record Place(String chromosome, String arm) {
        /** The centromere, which stands for the whole chromosome. */
        boolean isCentromere() {
            return arm.isEmpty();
        }
    }

    private static final Map<String, String> OLD_SYMBOLS = Map.ofEntries(
            Map.entry("ABL", "ABL1"),
            Map.entry("AML1", "RUNX1"),
            Map.entry("CBFb", "CBFB"),
            Map.entry("E2A", "TCF3"),
            Map.entry("ETO", "RUNX1T1"),
            Map.entry("EVI1", "MECOM"),
            Map.entry("MKL1", "MRTFA"),
            Map.entry("MLL", "KMT2A"),
            Map.entry("AF9", "MLLT3"),
            Map.entry("AF4", "AFF1"),
            Map.entry("P53", "TP53"),
            Map.entry("p53", "TP53"),
            Map.entry("PLZF", "ZBTB16"),
            Map.entry("RARa", "RARA"),
            Map.entry("TEL", "ETV6"),
            Map.entry("CEP7", "D7Z1"),
            Map.entry("CEP8", "D8Z2"),
            Map.entry("D8Z1", "D8Z2"),
            Map.entry("CEP9", "D9Z1"),
            Map.entry("D9Z3", "D9Z1"),
            Map.entry("CEP11", "D11Z1"),
            Map.entry("CEP12", "D12Z3"),
            Map.entry("CEP17", "D17Z1"),
            Map.entry("CEP20", "D20Z1"));

    private static final Map<String, Place> PLACES = places();

    private Probes() {}

    private static Map<String, Place> places() {
        Map<String, Place> places = new HashMap<>();
        put(places, "5", "p", "D5S23", "D5S721", "D5S630", "TERT");
        put(places, "5", "q", "EGR1", "CSF1R", "CDC25C", "D5S89", "RPS14", "PDGFRB");
        put(places, "7", "", "D7Z1");
        put(places, "7", "q", "D7S486", "D7S522", "CUX1", "EZH2");
        put(places, "8", "", "D8Z2");
        put(places, "8", "q", "MYC");
        put(places, "9", "", "D9Z1");
        put(places, "9", "p", "CDKN2A");
        put(places, "11", "", "D11Z1");
        put(places, "11", "q", "ATM", "KMT2A");
        put(places, "12", "", "D12Z3");
        put(places, "12", "p", "ETV6");
        put(places, "13", "q", "D13S319", "D13S25", "DLEU1", "DLEU2", "RB1", "LAMP1", "D13S327");
        put(places, "17", "", "D17Z1");
        put(places, "17", "p", "TP53");
        put(places, "17", "q", "NF1");
        put(places, "20", "", "D20Z1");
        put(places, "20", "q", "D20S108", "PTPRT", "MAPRE1");
        return Map.copyOf(places);
    }

    private static void put(Map<String, Place> places, String chromosome, String arm, String... probes) {
        for (String probe : probes) {
            places.put(probe, new Place(chromosome, arm));
        }
    }

    /** A gene by its symbol of today, its side before it as written; other texts as they are. */
    static String symbolOfToday(String probe) {
        if (isOneSide(probe)) {
            return probe.substring(0, 2) + symbolOfToday(probe.substring(2));
        }
        String plain = probe.endsWith("@") ? probe.substring(0, probe.length() - 1) : probe;
        return OLD_SYMBOLS.getOrDefault(plain, plain);
    }

    /** Whether a probe is one side of a gene, as those of break-apart sets are. */
    static boolean isOneSide(String probe) {
        return probe.startsWith("5'") || probe.startsWith("3'");
    }

    /** The gene of a probe for one of its sides, or the probe itself. */
    static String gene(String probe) {
        return isOneSide(probe) ? probe.substring(2) : probe;
    }

    static Optional<Place> placeOf(List<String> loci) {
        return loci.stream().map(PLACES::get).filter(place -> place != null).findFirst();
    }
}
