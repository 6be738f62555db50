package org.marrow.variants.hgvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads changes of DNA and RNA (varnomen.hgvs.org, recommendations for DNA and RNA). */
final class NucleotideReader {
    /** The letters of the nucleic acids with those for "one of several" (IUPAC-IUB). */
    private static final String DNA = "ACGTNRYSWKMBDHV";

    private static final String RNA = "acgunryswkmbdhv";
    private static final String INSERTED = "bases, a number of bases, a range, or a range of another sequence";
    private static final List<String> WHOLE = List.of("spl?", "spl", "0?", "0");

    private final NameText text;
    private final SequenceKind kind;
    private final String letters;

    NucleotideReader(NameText text, SequenceKind kind) {
        this.text = text;
        this.kind = kind;
        this.letters = kind == SequenceKind.RNA ? RNA : DNA;
    }

    NucleotideChange change() {
        int start = text.offset();
        if (text.peek() == '(') {
            // A parenthesis begins a predicted change or an uncertain place; only its end tells which.
            HgvsException asPredicted;
            try {
                text.require("(");
                NucleotideChange change = bare(true);
                text.require(")");
                return change;
            } catch (HgvsException notPredicted) {
                asPredicted = notPredicted;
            }
            text.returnTo(start);
            try {
                return bare(false);
            } catch (HgvsException asPlace) {
                throw asPlace.position() >= asPredicted.position() ? asPlace : asPredicted;
            }
        }
        return bare(false);
    }

    private NucleotideChange bare(boolean predicted) {
        int start = text.offset();
        String whole = text.acceptAny(WHOLE);
        if (!whole.isEmpty() && !text.atDigit()) {
            return new NucleotideChange(predicted, Optional.empty(), wholeEdit(whole));
        }
        text.returnTo(start);
        if (text.accept("=")) {
            return new NucleotideChange(predicted, Optional.empty(), new NucleotideEdit.Identity(""));
        }
        if (text.accept("?") && (text.atEnd() || ")];".indexOf(text.peek()) >= 0)) {
            return new NucleotideChange(predicted, Optional.empty(), NucleotideEdit.Whole.UNKNOWN);
        }
        text.returnTo(start);
        Place place = place();
        return new NucleotideChange(predicted, Optional.of(place), edit());
    }

    private static NucleotideEdit wholeEdit(String written) {
        for (NucleotideEdit.Whole whole : NucleotideEdit.Whole.values()) {
            if (whole.toString().equals(written)) {
                return whole;
            }
        }
        throw new IllegalArgumentException(written);
    }

    Place place() {
        Place.End first = end();
        if (!text.accept("_")) {
            return new Place(first, Optional.empty());
        }
        int at = text.offset();
        Place.End last = end();
        if (first instanceof Place.End.Certain from && last instanceof Place.End.Certain to) {
            requireOrder(from.position(), to.position(), at);
        }
        return new Place(first, Optional.of(last));
    }

    private Place.End end() {
        if (!text.accept("(")) {
            return new Place.End.Certain(position());
        }
        Position from = position();
        text.require("_");
        int at = text.offset();
        Position to = position();
        requireOrder(from, to, at);
        text.require(")");
        return new Place.End.Within(from, to);
    }

    private void requireOrder(Position first, Position last, int at) {
        boolean backwards = first instanceof Position.Numbered from
                && last instanceof Position.Numbered to
                && from.isBehind(to)
                && !kind.isCircular();
        if (backwards) {
            throw text.refused(at, "a position behind " + first, "'" + last + "'");
        }
    }

    private Position position() {
        if (text.accept("?")) {
            return new Position.Unknown();
        }
        Position.Datum datum = Position.Datum.START;
        if (kind.isTranscript()) {
            if (text.accept("-")) {
                datum = Position.Datum.BEFORE_START;
            } else if (text.accept("*")) {
                datum = Position.Datum.BEHIND_STOP;
            }
        }
        int number = text.positive("a position");
        return new Position.Numbered(datum, number, Optional.ofNullable(offset()));
    }

    private Position.@Nullable Offset offset() {
        boolean downstream = text.peek() == '+';
        if (!kind.isTranscript() || !downstream && text.peek() != '-') {
            return null;
        }
        text.returnTo(text.offset() + 1);
        if (text.accept("?")) {
            return new Position.Offset(downstream, OptionalInt.empty());
        }
        return new Position.Offset(downstream, OptionalInt.of(text.positive("a distance into the intron")));
    }

    private NucleotideEdit edit() {
        if (text.accept("delins")) {
            return new NucleotideEdit.DeletionInsertion(Optional.empty(), inserted());
        }
        if (text.accept("del")) {
            Optional<NucleotideEdit.Stated> deleted = stated();
            return text.accept("ins")
                    ? new NucleotideEdit.DeletionInsertion(deleted, inserted())
                    : new NucleotideEdit.Deletion(deleted);
        }
        if (text.accept("dup")) {
            return new NucleotideEdit.Duplication(stated());
        }
        if (text.accept("inv")) {
            return new NucleotideEdit.Inversion(stated());
        }
        if (text.accept("ins")) {
            return new NucleotideEdit.Insertion(inserted());
        }
        if (text.accept("con")) {
            return new NucleotideEdit.Conversion(stretch());
        }
        if (text.accept("=")) {
            return new NucleotideEdit.Identity("");
        }
        return basesEdit();
    }

    private NucleotideEdit basesEdit() {
        String bases = text.run(letters);
        if (text.peek() == '[') {
            return repeat(bases);
        }
        if (bases.isEmpty()) {
            throw text.unexpected("del, dup, ins, inv, con, =, [ or a base such as " + letters.charAt(0));
        }
        if (text.accept("=")) {
            return new NucleotideEdit.Identity(bases);
        }
        text.require(">");
        String alternate = text.run(letters);
        if (alternate.isEmpty()) {
            throw text.unexpected("a base such as " + letters.charAt(0));
        }
        return new NucleotideEdit.Substitution(bases, alternate);
    }

    private NucleotideEdit repeat(String firstUnit) {
        List<NucleotideEdit.Repeat.Unit> units = new ArrayList<>();
        units.add(new NucleotideEdit.Repeat.Unit(firstUnit, bracketedCount()));
        while (!text.atEnd() && letters.indexOf(text.peek()) >= 0) {
            String bases = text.run(letters);
            units.add(new NucleotideEdit.Repeat.Unit(bases, bracketedCount()));
        }
        return new NucleotideEdit.Repeat(units);
    }

    private Count bracketedCount() {
        text.require("[");
        Count count = CountReader.count(text);
        text.require("]");
        return count;
    }

    private Optional<NucleotideEdit.Stated> stated() {
        if (text.atDigit()) {
            return Optional.of(new NucleotideEdit.Stated.Length(text.positive("a number of bases")));
        }
        String bases = text.run(letters);
        return bases.isEmpty() ? Optional.empty() : Optional.of(new NucleotideEdit.Stated.Bases(bases));
    }

    private Inserted inserted() {
        if (!text.accept("[")) {
            return onePart();
        }
        List<Inserted> parts = new ArrayList<>(List.of(onePart()));
        while (text.accept(";")) {
            parts.add(onePart());
        }
        text.require("]");
        return new Inserted.Composite(parts);
    }

    private Inserted onePart() {
        int start = text.offset();
        if (text.accept("(")) {
            // Only an offset or a second parenthesis tells an uncertain range from an uncertain length.
            text.run("0123456789_?");
            boolean isLength = text.accept(")") && text.peek() != '_';
            text.returnTo(start);
            if (!isLength) {
                return stretch();
            }
            text.require("(");
            return new Inserted.UncertainLength(CountReader.inParentheses(text));
        }
        if (text.atDigit()) {
            int length = text.positive("a number of bases");
            if (text.peek() != '_' && text.peek() != '+' && text.peek() != '-') {
                return new Inserted.Length(length);
            }
            text.returnTo(start);
            return stretch();
        }
        String bases = text.run(letters);
        boolean isAccession = text.peek() == '_' || text.peek() == ':' || Character.isLetterOrDigit(text.peek());
        if (bases.isEmpty() || isAccession) {
            text.returnTo(start);
            return stretch();
        }
        return text.peek() == '[' ? new Inserted.Repeated(bases, bracketedCount()) : new Inserted.Bases(bases);
    }

    private Inserted stretch() {
        int start = text.offset();
        Optional<HgvsReference> reference = Optional.empty();
        Optional<SequenceKind> other = Optional.empty();
        if (Character.isLetter(text.peek())) {
            try {
                reference = Optional.of(NameReader.readReference(text));
                text.require(":");
            } catch (HgvsException notAnAccession) {
                text.returnTo(start);
                String bases = text.run(letters);
                throw text.unexpected(bases.isEmpty() ? INSERTED : "a base such as " + letters.charAt(0));
            }
            other = SequenceKind.of(text.peek()).filter(found -> found != SequenceKind.PROTEIN);
            if (other.isPresent()) {
                text.returnTo(text.offset() + 1);
                text.require(".");
            }
        } else if (!text.atDigit() && "-*(?".indexOf(text.peek()) < 0 || text.atEnd()) {
            throw text.unexpected(INSERTED);
        }
        NucleotideReader reader = other.isPresent() ? new NucleotideReader(text, other.get()) : this;
        Place place = reader.place();
        return new Inserted.Stretch(reference, other, place, text.accept("inv"));
    }
}
