package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import org.marrow.variants.karyotype.Abnormality.Kind;
import org.marrow.variants.karyotype.Abnormality.Origin;

/** Reads one abnormality: sign, doubt, chromosome or rearrangements, what follows them. */
final class AbnormalityReader {
    /** Abnormal chromosomes that ISCN describes further by the rearrangements they come from. */
    private static final List<String> DESCRIBED_FURTHER = List.of(
            "der",
            "dic",
            "dic r",
            "fis",
            "i",
            "idic",
            "ider",
            "neo",
            "psu dic",
            "psu dic r",
            "psu idic",
            "r",
            "rec",
            "tas",
            "trc",
            "tric");

    /** Named by the report, and counted by no rule. */
    private static final List<String> VARIANTS = List.of("fra", "upd");

    private static final List<String> INHERITANCE = List.of("dmat", "dpat", "dinh", "dn", "inh", "mat", "pat");

    private static final String IAMP21 = "iAMP21";
    private static final String ABNORMALITY =
            "an abnormality such as +8, -7, del(5)(q13), 5q-, t(9;22)(q34;q11), +mar or inc";
    private static final int AUTOSOMES = 22;
    private static final int MOST_COPIES = 99;

    private final KaryotypeText in;
    private final RearrangementReader rearrangements;

    AbnormalityReader(KaryotypeText in, boolean genesMayFollow) {
        this.in = in;
        rearrangements = new RearrangementReader(in, genesMayFollow);
    }

    Abnormality read() {
        Abnormality first = readOne();
        List<Abnormality> others = new ArrayList<>();
        while (acceptOr()) {
            others.add(readOne());
        }
        return others.isEmpty() ? first : first.orElse(others);
    }

    private boolean acceptOr() {
        int start = in.offset();
        in.skipBlank();
        if (in.accept("or")) {
            in.skipBlank();
            return true;
        }
        in.returnTo(start);
        return false;
    }

    private Abnormality readOne() {
        int start = in.offset();
        boolean uncertain = in.accept('?');
        int sign = in.accept('+') ? 1 : in.accept('-') ? -1 : 0;
        uncertain |= in.accept('?');
        Abnormality read = finish(readNamed(start, sign));
        return uncertain ? read.doubted() : read;
    }

    private Abnormality readNamed(int start, int sign) {
        if (in.atDigit()) {
            return readNumbered(start, sign);
        }
        if (isMarker()) {
            return readMarkers(sign);
        }
        if (sign > 0 && in.accept("Ph")) {
            in.accept('1');
            return readPhiladelphia();
        }
        if (in.peek() == 'X' || in.peek() == 'Y') {
            String chromosome = in.accept('X') ? "X" : requireY();
            if (sign == 0) {
                return readArmSign(start, chromosome);
            }
            return Abnormality.wholeChromosome(sign, chromosome);
        }
        return readStructural(sign);
    }

    private String requireY() {
        in.require('Y');
        return "Y";
    }

    /** A second Philadelphia chromosome by its old name. */
    private static Abnormality readPhiladelphia() {
        Rearrangement translocation = Rearrangement.of(
                "t",
                List.of("9", "22"),
                List.of(
                        List.of(new Breakpoint("9", "q", "34", false)),
                        List.of(new Breakpoint("22", "q", "11", false))));
        List<Rearrangement> both = List.of(Rearrangement.of("der", List.of("22"), List.of()), translocation);
        return Abnormality.of(Kind.STRUCTURAL, 1, List.of("22"), both, Abnormality.nameOf(both));
    }

    /** What begins with a number: a chromosome, an arm in the old spelling, or a number of markers. */
    private Abnormality readNumbered(int start, int sign) {
        int numberAt = in.offset();
        int number = in.number("a chromosome");
        if (in.accept('~') || in.accept('-')) {
            int most = in.number("a number of markers");
            if (!isMarker()) {
                throw in.unexpected("'mar', 'r' or 'dmin' after a range");
            }
            if (most < number) {
                throw in.refused(numberAt, "a range, the lower number first", "'" + number + "~" + most + "'");
            }
            // From none to a few means that it may not be there, and is there somewhere or would not be named.
            return readMarkers(sign).withCopies(Math.max(1, number), Math.max(1, most));
        }
        if (isMarker()) {
            return readMarkers(sign).withCopies(Math.max(1, number), Math.max(1, number));
        }
        if (number < 1 || number > AUTOSOMES) {
            throw in.refused(numberAt, "a chromosome from 1 to 22, X or Y", "'" + number + "'");
        }
        String chromosome = Integer.toString(number);
        return sign == 0 ? readArmSign(start, chromosome) : Abnormality.wholeChromosome(sign, chromosome);
    }

    /** {@code 5q-} is a deletion of the long arm and {@code 14q+} more of it than there should be, both of unknown bands. */
    private Abnormality readArmSign(int start, String chromosome) {
        String arm = in.acceptAny(List.of("p", "q"));
        String type = arm.isEmpty() ? "" : in.accept('-') ? "del" : in.accept('+') ? "add" : "";
        if (type.isEmpty()) {
            throw in.unexpectedAt(start, "'+' or '-' before a chromosome, or an abnormality such as del(5)(q13)");
        }
        Rearrangement whole = Rearrangement.of(
                type, List.of(chromosome), List.of(List.of(new Breakpoint(chromosome, arm, "", false))));
        return Abnormality.of(Kind.STRUCTURAL, 0, whole.chromosomes(), List.of(whole), whole.canonical());
    }

    private boolean isMarker() {
        int start = in.offset();
        boolean marker = in.accept("mar")
                || in.accept(Abnormality.DOUBLE_MINUTES)
                || (in.accept('r') && in.peek() != '(' && !in.atLetter());
        in.returnTo(start);
        return marker;
    }

    private Abnormality readMarkers(int sign) {
        String name = in.acceptAny(List.of("mar", Abnormality.DOUBLE_MINUTES, "r")) + in.digits();
        return Abnormality.of(Kind.MARKER, sign, List.of(), List.of(), name);
    }

    private Abnormality readStructural(int sign) {
        List<Rearrangement> read = new ArrayList<>();
        if (in.accept(IAMP21)) {
            read.add(Rearrangement.of(IAMP21, List.of(), List.of()));
        } else {
            if (!rearrangements.isHere()) {
                throw in.unexpected(ABNORMALITY);
            }
            read.add(rearrangements.read());
        }
        Rearrangement first = read.getFirst();
        if (DESCRIBED_FURTHER.contains(first.type())) {
            while (rearrangements.isHere()) {
                read.add(rearrangements.read());
            }
            if (in.accept(IAMP21)) {
                read.add(Rearrangement.of(IAMP21, List.of(), List.of()));
            }
        }
        Kind kind = VARIANTS.contains(first.type()) ? Kind.VARIANT : Kind.STRUCTURAL;
        Abnormality structural = Abnormality.of(kind, sign, first.chromosomes(), read, Abnormality.nameOf(read));
        return first.chromosomes().contains("?") ? structural.doubted() : structural;
    }

    /** Copies, doubt and origin, which are written alike after every abnormality. */
    private Abnormality finish(Abnormality read) {
        Abnormality finished = read;
        if (accept('x')) {
            int copiesAt = in.offset();
            int copies = in.number("a number of copies");
            if (copies < 1 || copies > MOST_COPIES) {
                throw in.refused(copiesAt, "a number of copies from 1 to " + MOST_COPIES, "'" + copies + "'");
            }
            finished = finished.withCopies(copies * read.copies(), copies * read.mostCopies());
        }
        if (in.isAt("?c")) {
            in.accept("?c");
            return finished.withOrigin(Origin.DOUBTFUL).doubted();
        }
        if (in.accept('?')) {
            finished = finished.doubted();
        }
        return accept('c') || acceptInheritance() ? finished.withOrigin(Origin.CONSTITUTIONAL) : finished;
    }

    private boolean accept(char wanted) {
        int start = in.offset();
        in.skipBlank();
        if (in.accept(wanted)) {
            return true;
        }
        in.returnTo(start);
        return false;
    }

    /** Inherited from a parent, or new in the patient: either way in every cell since birth. */
    private boolean acceptInheritance() {
        int start = in.offset();
        in.skipBlank();
        if (in.acceptAny(INHERITANCE).isEmpty()) {
            in.returnTo(start);
            return false;
        }
        return true;
    }
}
