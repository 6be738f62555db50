package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Reads one abnormality: sign, doubt, chromosome or rearrangements, what follows them. */
final class AbnormalityReader {
    /** Longer words before those they begin with. */
    private static final List<String> TYPES = List.of(
            "psu dic", "dir ins", "inv ins", "dir dup", "inv dup", "idic", "add", "del", "der", "dic", "dup", "hsr",
            "ins", "inv", "qdp", "rec", "rob", "trc", "trp", "i", "r", "t");

    /** Abnormal chromosomes that ISCN describes further by the rearrangements they come from. */
    private static final List<String> DESCRIBED_FURTHER = List.of("der", "dic", "idic", "i", "psu dic", "r", "rec");

    private static final int AUTOSOMES = 22;

    private final KaryotypeText in;

    AbnormalityReader(KaryotypeText in) {
        this.in = in;
    }

    Abnormality read() {
        int start = in.offset();
        boolean uncertain = in.accept('?');
        int sign = in.accept('+') ? 1 : in.accept('-') ? -1 : 0;
        uncertain |= in.accept('?');
        if (in.atDigit()) {
            return readWholeChromosomeOrMarkers(start, sign, uncertain);
        }
        if (isMarker()) {
            return readMarkers(sign, uncertain, 1);
        }
        if (sign != 0 && (in.peek() == 'X' || in.peek() == 'Y')) {
            String chromosome = in.accept('X') ? "X" : requireY();
            return finish(Abnormality.Kind.NUMERICAL, sign, List.of(chromosome), List.of(), uncertain, chromosome);
        }
        return readStructural(sign, uncertain);
    }

    private String requireY() {
        in.require('Y');
        return "Y";
    }

    private Abnormality readWholeChromosomeOrMarkers(int start, int sign, boolean uncertain) {
        int numberAt = in.offset();
        int number = in.number("a chromosome");
        if (in.accept('~') || in.accept('-')) {
            in.number("a number of markers");
            if (!isMarker()) {
                throw in.unexpected("'mar', 'r' or 'dmin' after a range");
            }
        }
        if (isMarker()) {
            return readMarkers(sign, uncertain, Math.max(1, number));
        }
        if (number < 1 || number > AUTOSOMES) {
            throw in.refused(numberAt, "a chromosome from 1 to 22, X or Y", "'" + number + "'");
        }
        if (sign == 0) {
            throw in.unexpectedAt(start, "'+' or '-' before a chromosome, or an abnormality such as del(5)(q13)");
        }
        String chromosome = Integer.toString(number);
        return finish(Abnormality.Kind.NUMERICAL, sign, List.of(chromosome), List.of(), uncertain, chromosome);
    }

    private boolean isMarker() {
        int start = in.offset();
        boolean marker =
                in.accept("mar") || in.accept("dmin") || (in.accept('r') && in.peek() != '(' && !in.atLetter());
        in.returnTo(start);
        return marker;
    }

    private Abnormality readMarkers(int sign, boolean uncertain, int copies) {
        String name = in.acceptAny(List.of("mar", "dmin", "r")) + in.digits();
        Abnormality one = finish(Abnormality.Kind.MARKER, sign, List.of(), List.of(), uncertain, name);
        return copies == 1
                ? one
                : new Abnormality(
                        one.kind(),
                        one.sign(),
                        one.chromosomes(),
                        one.rearrangements(),
                        copies,
                        one.uncertain(),
                        one.constitutional(),
                        one.cells(),
                        one.key());
    }

    private Abnormality readStructural(int sign, boolean uncertain) {
        Rearrangement first = readRearrangement();
        List<Rearrangement> rearrangements = new ArrayList<>(List.of(first));
        if (DESCRIBED_FURTHER.contains(first.type())) {
            while (in.atLetter() && in.peek() != 'x' && in.peek() != 'c' && !atInheritance()) {
                rearrangements.add(readRearrangement());
            }
        }
        StringBuilder key = new StringBuilder();
        for (Rearrangement rearrangement : rearrangements) {
            key.append(rearrangement.canonical());
        }
        return finish(
                Abnormality.Kind.STRUCTURAL,
                sign,
                first.chromosomes(),
                rearrangements,
                uncertain || first.chromosomes().contains("?"),
                key.toString());
    }

    /** Copies, constitutional mark and the key, which are written alike after every abnormality. */
    private Abnormality finish(
            Abnormality.Kind kind,
            int sign,
            List<String> chromosomes,
            List<Rearrangement> rearrangements,
            boolean uncertain,
            String name) {
        int copies = in.accept('x') ? in.number("a number of copies") : 1;
        if (copies < 1) {
            throw in.unexpected("a number of copies from 1");
        }
        boolean constitutional = in.accept('c');
        if (!constitutional) {
            constitutional = acceptInheritance();
        }
        String prefix = sign > 0 ? "+" : sign < 0 ? "-" : "";
        return new Abnormality(
                kind,
                sign,
                chromosomes,
                rearrangements,
                copies,
                uncertain,
                constitutional,
                OptionalInt.empty(),
                prefix + name);
    }

    /** Inherited from a parent, or new in the patient: either way in every cell since birth. */
    private boolean acceptInheritance() {
        int start = in.offset();
        in.skipBlanks();
        if (in.acceptAny(List.of("dn", "mat", "pat", "dmat", "dpat", "inh")).isEmpty()) {
            in.returnTo(start);
            return false;
        }
        return true;
    }

    private boolean atInheritance() {
        int start = in.offset();
        boolean here = acceptInheritance();
        in.returnTo(start);
        return here;
    }

    private Rearrangement readRearrangement() {
        int start = in.offset();
        String type = in.acceptAny(TYPES);
        if (type.isEmpty() || in.peek() != '(') {
            throw in.unexpectedAt(start, "an abnormality such as +8, -7, del(5)(q13), t(9;22)(q34;q11), +mar or inc");
        }
        in.require('(');
        List<String> chromosomes = new ArrayList<>();
        List<Breakpoint> breakpoints = new ArrayList<>();
        do {
            String chromosome = readChromosome();
            chromosomes.add(chromosome);
            // Many reports write del(5q) for a deletion of the long arm whose bands are not known.
            if (in.peek() == 'p' || in.peek() == 'q') {
                breakpoints.add(readBreakpoint(chromosome));
            }
        } while (in.accept(';'));
        in.require(')');
        if (in.peek() == '(') {
            int bandsAt = in.offset();
            if (!breakpoints.isEmpty()) {
                throw in.unexpected("no second list of bands");
            }
            breakpoints.addAll(readBands(chromosomes, bandsAt));
        }
        return new Rearrangement(type, chromosomes, breakpoints);
    }

    private String readChromosome() {
        int start = in.offset();
        boolean doubted = in.accept('?');
        if (in.accept('X')) {
            return "X";
        }
        if (in.accept('Y')) {
            return "Y";
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

    private List<Breakpoint> readBands(List<String> chromosomes, int bandsAt) {
        in.require('(');
        List<Breakpoint> breakpoints = new ArrayList<>();
        int segment = 0;
        while (true) {
            if (segment >= chromosomes.size()) {
                throw in.unexpected("bands of " + chromosomes.size() + " chromosomes");
            }
            String chromosome = chromosomes.get(segment);
            do {
                breakpoints.add(readBreakpoint(chromosome));
            } while (in.peek() != ';' && in.peek() != ')');
            segment++;
            if (!in.accept(';')) {
                break;
            }
        }
        in.require(')');
        if (segment != chromosomes.size()) {
            throw in.refused(bandsAt, "bands of " + chromosomes.size() + " chromosomes", "bands of " + segment);
        }
        return breakpoints;
    }

    private Breakpoint readBreakpoint(String chromosome) {
        boolean uncertain = in.accept('?');
        if (in.accept("cen")) {
            return new Breakpoint(chromosome, "", "cen", uncertain);
        }
        String arm = in.acceptAny(List.of("p", "q"));
        if (arm.isEmpty()) {
            if (uncertain) {
                return new Breakpoint(chromosome, "", "", true);
            }
            throw in.unexpected("a band such as q22 or p13.1");
        }
        if (in.accept("ter")) {
            return new Breakpoint(chromosome, arm, "ter", uncertain);
        }
        boolean doubted = in.accept('?');
        StringBuilder band = new StringBuilder(in.digits());
        if (!band.isEmpty() && in.accept('?')) {
            doubted = true;
            in.digits();
        } else if (!band.isEmpty() && in.accept('.')) {
            if (in.accept('?')) {
                doubted = true;
            } else if (!in.atDigit()) {
                throw in.unexpected("the digits of a sub-band");
            } else {
                band.append('.');
            }
            String sub = in.digits();
            if (!doubted) {
                band.append(sub);
            }
        }
        if (in.accept('~') || in.accept('-')) {
            doubted = true;
            in.acceptAny(List.of("p", "q"));
            in.number("the other end of a range of bands");
            if (in.accept('.')) {
                in.number("the digits of a sub-band");
            }
        }
        return new Breakpoint(chromosome, arm, band.toString(), uncertain || doubted);
    }
}
