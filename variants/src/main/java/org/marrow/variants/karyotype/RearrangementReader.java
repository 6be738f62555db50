package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import org.marrow.variants.karyotype.Rearrangement.Join;

/** Reads one rearrangement: its type, its chromosomes and its bands, in the short or the detailed form. */
final class RearrangementReader {
    /** Longer words before those they begin with. */
    private static final List<String> TYPES = List.of(
            "psu dic r",
            "psu dic",
            "psu idic",
            "psu tric",
            "dir dup",
            "dir ins",
            "dir qdp",
            "dir trp",
            "inv dup",
            "inv ins",
            "inv qdp",
            "inv trp",
            "dic r",
            "ider",
            "idic",
            "tric",
            "add",
            "amp",
            "del",
            "der",
            "dic",
            "dup",
            "fis",
            "fra",
            "hsr",
            "ins",
            "inv",
            "neo",
            "qdp",
            "rec",
            "rob",
            "tas",
            "trc",
            "trp",
            "upd",
            "i",
            "r",
            "t");

    private static final int AUTOSOMES = 22;

    private final KaryotypeText in;

    /** In situ hybridisation lists genes where bands would stand. */
    private final boolean genesMayFollow;

    RearrangementReader(KaryotypeText in, boolean genesMayFollow) {
        this.in = in;
        this.genesMayFollow = genesMayFollow;
    }

    /** Whether a rearrangement begins here. */
    boolean isHere() {
        int start = in.offset();
        boolean here = !in.acceptAny(TYPES).isEmpty() && in.peek() == '(';
        in.returnTo(start);
        return here;
    }

    Rearrangement read() {
        String type = in.acceptAny(TYPES);
        in.require('(');
        List<String> chromosomes = new ArrayList<>();
        List<List<Breakpoint>> arms = new ArrayList<>();
        do {
            String chromosome = readChromosome();
            chromosomes.add(chromosome);
            // Many reports write del(5q) for a deletion of the long arm whose bands are not known.
            boolean arm = in.peek() == 'p' || in.peek() == 'q';
            if (arm == arms.isEmpty() && chromosomes.size() > 1) {
                throw in.unexpected("an arm of every chromosome or of none");
            }
            if (arm) {
                arms.add(List.of(readBreakpoint(chromosome)));
            }
        } while (in.accept(';'));
        if (!in.accept(')')) {
            throw in.unexpected("')', or ';' between chromosomes");
        }
        if (in.peek() != '(' || (genesMayFollow && areGenesNext())) {
            return Rearrangement.of(type, chromosomes, arms);
        }
        if (!arms.isEmpty()) {
            throw in.unexpected("no second list of bands");
        }
        int bandsAt = in.offset();
        in.require('(');
        if (in.comesBefore(":", ')') || in.comesBefore("->", ')')) {
            return readDetail(type, chromosomes);
        }
        return Rearrangement.of(type, chromosomes, readBands(chromosomes, bandsAt));
    }

    /** Gene symbols begin with a capital letter, or with 5' or 3' for one side of a gene. */
    private boolean areGenesNext() {
        int start = in.offset();
        in.require('(');
        boolean gene = Character.isUpperCase(in.peek()) || in.isAt("5'") || in.isAt("3'");
        in.returnTo(start);
        return gene;
    }

    private String readChromosome() {
        int start = in.offset();
        boolean doubted = in.accept('?');
        if (in.accept('X')) {
            return doubted ? "?" : "X";
        }
        if (in.accept('Y')) {
            return doubted ? "?" : "Y";
        }
        if (!in.atDigit()) {
            if (doubted) {
                return "?";
            }
            throw in.unexpectedAt(start, "a chromosome from 1 to 22, X or Y");
        }
        int number = in.number("a chromosome");
        if (number < 1 || number > AUTOSOMES) {
            throw in.refused(start, "a chromosome from 1 to 22, X or Y", "'" + number + "'");
        }
        // A doubted chromosome cannot found a finding: it is as good as unknown.
        return doubted ? "?" : Integer.toString(number);
    }

    private List<List<Breakpoint>> readBands(List<String> chromosomes, int bandsAt) {
        List<List<Breakpoint>> bands = new ArrayList<>();
        do {
            if (bands.size() >= chromosomes.size()) {
                throw in.unexpected("bands of " + chromosomes.size() + " chromosomes");
            }
            String chromosome = chromosomes.get(bands.size());
            List<Breakpoint> here = new ArrayList<>();
            do {
                here.add(readBreakpoint(chromosome));
                in.skipBlank();
            } while (in.peek() != ';' && in.peek() != ')');
            bands.add(here);
        } while (in.accept(';'));
        in.require(')');
        if (bands.size() != chromosomes.size()) {
            throw in.refused(bandsAt, "bands of " + chromosomes.size() + " chromosomes", "bands of " + bands.size());
        }
        return bands;
    }

    private Breakpoint readBreakpoint(String chromosome) {
        Breakpoint first = readBand(chromosome);
        int start = in.offset();
        in.skipBlank();
        if (!in.accept("or")) {
            in.returnTo(start);
            return first;
        }
        in.skipBlank();
        readBand(chromosome);
        return new Breakpoint(chromosome, first.arm(), first.band(), true);
    }

    private Breakpoint readBand(String chromosome) {
        boolean uncertain = in.accept('?');
        if (in.accept(Breakpoint.CENTROMERE)) {
            return new Breakpoint(chromosome, "", Breakpoint.CENTROMERE, uncertain);
        }
        String arm = in.acceptAny(List.of("p", "q"));
        if (arm.isEmpty()) {
            if (uncertain) {
                return new Breakpoint(chromosome, "", "", true);
            }
            throw in.unexpected("a band such as q22 or p13.1");
        }
        uncertain |= in.accept('?');
        if (in.accept(Breakpoint.END)) {
            return new Breakpoint(chromosome, arm, Breakpoint.END, uncertain);
        }
        StringBuilder band = new StringBuilder(in.digits());
        boolean doubted = false;
        if (!band.isEmpty() && in.accept('?')) {
            doubted = true;
            in.digits();
        } else if (!band.isEmpty() && in.accept('.')) {
            if (in.accept('?')) {
                doubted = true;
                in.digits();
            } else {
                if (!in.atDigit()) {
                    throw in.unexpected("the digits of a sub-band");
                }
                band.append('.').append(in.digits());
                doubted = in.accept('?');
            }
        }
        doubted |= acceptOtherEndOfRange();
        return new Breakpoint(chromosome, arm, band.toString(), uncertain || doubted);
    }

    /** A range of bands says that the break is somewhere between. */
    private boolean acceptOtherEndOfRange() {
        int start = in.offset();
        if (!in.accept('~') && !in.accept('-')) {
            return false;
        }
        if (in.peek() == '>') {
            // The arrow of the detailed form begins like a range.
            in.returnTo(start);
            return false;
        }
        in.acceptAny(List.of("p", "q"));
        in.number("the other end of a range of bands");
        if (in.accept('.')) {
            in.number("the digits of a sub-band");
        }
        return true;
    }

    /** The detailed form: pieces of chromosomes from band to band, in the order in which they lie. */
    private Rearrangement readDetail(String type, List<String> chromosomes) {
        int start = in.offset();
        List<Breakpoint> breaks = new ArrayList<>();
        List<Join> joins = new ArrayList<>();
        int derivative = 0;
        do {
            String home = chromosomes.get(Math.min(derivative, chromosomes.size() - 1));
            Breakpoint before = null;
            in.accept(':');
            boolean more;
            do {
                Breakpoint from = readDetailedBand(home);
                home = from.chromosome();
                Breakpoint to = in.accept("->") ? readDetailedBand(home) : from;
                addBreak(breaks, from);
                addBreak(breaks, to);
                if (before != null) {
                    joins.add(new Join(before, from));
                }
                before = to;
                more = in.accept("::");
            } while (more);
            // One colon at the end of a piece is a break with nothing joined to it.
            if (in.isAt(":;") || in.isAt(":)")) {
                in.accept(':');
            }
            derivative++;
        } while (in.accept(';'));
        String detail = in.since(start);
        if (!in.accept(')')) {
            throw in.unexpected("'::', '->', ';' or ')'");
        }
        return new Rearrangement(type, chromosomes, List.of(breaks), joins, detail);
    }

    private Breakpoint readDetailedBand(String home) {
        String chromosome = in.atDigit() || in.peek() == 'X' || in.peek() == 'Y' ? readChromosome() : home;
        return readBand(chromosome);
    }

    /** The ends of a chromosome are where it always ends, not where it broke. */
    private static void addBreak(List<Breakpoint> breaks, Breakpoint here) {
        if (!here.isEnd() && !breaks.contains(here)) {
            breaks.add(here);
        }
    }
}
