package org.marrow.variants.hgvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.marrow.variants.hgvs.ProteinChange.Residue;
import org.marrow.variants.hgvs.ProteinChange.Residues;
import org.marrow.variants.hgvs.ProteinEdit.InsertedResidues;
import org.marrow.variants.hgvs.ProteinEdit.NewStop;
import org.marrow.variants.hgvs.ProteinEdit.Plain;
import org.marrow.variants.hgvs.ProteinEdit.Terminus;

/**
 * Reads changes of proteins (varnomen.hgvs.org, recommendations for proteins). The first residue settles how many letters the
 * others have, and the first stop how it is written, so that the name can be printed back.
 */
final class ProteinReader {
    private static final int CODE_LETTERS = 3;
    private static final String A_RESIDUE = "a residue such as Trp or W";

    private final NameText text;
    private ProteinStyle.@Nullable Letters letters;
    private ProteinStyle.@Nullable Stop stop;

    ProteinReader(NameText text) {
        this.text = text;
    }

    /** How the name that was read is spelled; HGVS's own way where it does not show. */
    ProteinStyle style() {
        ProteinStyle.Letters spelled = letters == null ? ProteinStyle.Letters.THREE : letters;
        ProteinStyle.Stop usual = spelled == ProteinStyle.Letters.ONE ? ProteinStyle.Stop.STAR : ProteinStyle.Stop.TER;
        return new ProteinStyle(spelled, stop == null ? usual : stop);
    }

    ProteinChange change() {
        boolean predicted = text.accept("(");
        ProteinChange change = bare(predicted);
        if (predicted) {
            text.require(")");
        }
        return change;
    }

    private ProteinChange bare(boolean predicted) {
        for (Plain whole : List.of(Plain.PROBABLY_NO_PROTEIN, Plain.NO_PROTEIN, Plain.UNCHANGED, Plain.UNKNOWN)) {
            if (text.accept(whole.print(ProteinStyle.THREE_LETTERS))) {
                return new ProteinChange(predicted, Optional.empty(), whole);
            }
        }
        Residue first = residue();
        Optional<Residue> last = Optional.empty();
        if (text.accept("_")) {
            int at = text.offset();
            last = Optional.of(residue());
            if (last.get().number() <= first.number()) {
                throw text.refused(
                        at,
                        "a residue behind number " + first.number(),
                        "number " + last.get().number());
            }
        }
        return new ProteinChange(
                predicted, Optional.of(new Residues(first, last)), last.isPresent() ? rangeEdit() : edit(first));
    }

    private Residue residue() {
        return new Residue(aminoAcid(A_RESIDUE), text.positive("the number of the residue"));
    }

    private ProteinEdit rangeEdit() {
        ProteinEdit edit = anyEdit();
        if (edit == null) {
            throw text.unexpected("del, dup, ins, delins, = or [");
        }
        return edit;
    }

    private ProteinEdit edit(Residue at) {
        ProteinEdit edit = anyEdit();
        if (edit != null) {
            return edit;
        }
        if (text.accept("?")) {
            return Plain.UNKNOWN;
        }
        if (text.accept("fs")) {
            return new ProteinEdit.Frameshift(Optional.empty(), newStop());
        }
        if (text.accept("ext")) {
            return extension(at, Optional.empty());
        }
        AminoAcid residue = aminoAcid("a residue, del, dup, ins, delins, fs, ext, =, ? or [");
        if (text.accept("fs")) {
            return new ProteinEdit.Frameshift(Optional.of(residue), newStop());
        }
        if (text.accept("ext")) {
            return extension(at, Optional.of(residue));
        }
        List<AminoAcid> residues = new ArrayList<>(List.of(residue));
        while (text.accept("^")) {
            residues.add(aminoAcid(A_RESIDUE));
        }
        return new ProteinEdit.Substitution(residues);
    }

    /** Edits of one residue and of ranges alike; null when none stands here. */
    private @Nullable ProteinEdit anyEdit() {
        if (text.accept("delins")) {
            return new ProteinEdit.DeletionInsertion(inserted());
        }
        if (text.accept("del")) {
            return Plain.DELETION;
        }
        if (text.accept("dup")) {
            return Plain.DUPLICATION;
        }
        if (text.accept("ins")) {
            return new ProteinEdit.Insertion(inserted());
        }
        if (text.accept("=")) {
            return Plain.UNCHANGED;
        }
        if (text.accept("[")) {
            Count count = CountReader.count(text);
            text.require("]");
            return new ProteinEdit.Repeat(count);
        }
        return null;
    }

    private InsertedResidues inserted() {
        if (text.accept("(")) {
            int residues = text.positive("a number of residues");
            text.require(")");
            return new InsertedResidues.Length(residues, true);
        }
        if (text.atDigit()) {
            return new InsertedResidues.Length(text.positive("a number of residues"), false);
        }
        List<AminoAcid> residues = new ArrayList<>();
        residues.add(aminoAcid("residues, or their number"));
        if (text.accept("[")) {
            Count count = CountReader.count(text);
            text.require("]");
            return new InsertedResidues.Repeated(residues.getFirst(), count);
        }
        while (Character.isUpperCase(text.peek()) || text.peek() == '*') {
            residues.add(aminoAcid(A_RESIDUE));
        }
        return new InsertedResidues.Sequence(residues);
    }

    private Optional<NewStop> newStop() {
        if (!stopSign()) {
            return Optional.empty();
        }
        return Optional.of(distance("the distance to the new stop, or ?"));
    }

    private ProteinEdit extension(Residue at, Optional<AminoAcid> residue) {
        if (text.accept("-")) {
            return new ProteinEdit.Extension(residue, Terminus.START, false, distance("a number of residues"));
        }
        boolean atStart = at.residue() == AminoAcid.MET && !stopIsNext();
        if (atStart) {
            int before = text.offset();
            if (aminoAcid("Met, or - and a number").equals(AminoAcid.MET)) {
                text.require("-");
                return new ProteinEdit.Extension(residue, Terminus.START, true, distance("a number of residues"));
            }
            text.returnTo(before);
            throw text.unexpected("Met, or - and a number");
        }
        boolean signed = stopSign();
        return new ProteinEdit.Extension(residue, Terminus.END, signed, distance("a number of residues, or ?"));
    }

    private NewStop distance(String what) {
        return new NewStop(text.accept("?") ? OptionalInt.empty() : OptionalInt.of(text.positive(what)));
    }

    private boolean stopIsNext() {
        return text.startsWith("Ter") || text.startsWith("*") || text.startsWith("X") || text.atDigit();
    }

    /** The sign of a stop, which is X in old names. */
    private boolean stopSign() {
        for (ProteinStyle.Stop sign : ProteinStyle.Stop.values()) {
            int at = text.offset();
            if (text.accept(sign.sign())) {
                settle(sign, at);
                return true;
            }
        }
        return false;
    }

    private AminoAcid aminoAcid(String expected) {
        int at = text.offset();
        String rest = text.whole().substring(at);
        Optional<AminoAcid> byCode =
                rest.length() < CODE_LETTERS ? Optional.empty() : AminoAcid.ofCode(rest.substring(0, CODE_LETTERS));
        if (byCode.isPresent()) {
            text.returnTo(at + CODE_LETTERS);
            if (byCode.get() == AminoAcid.STOP) {
                settle(ProteinStyle.Stop.TER, at);
            } else {
                settle(ProteinStyle.Letters.THREE, at);
            }
            return byCode.get();
        }
        Optional<AminoAcid> byLetter = AminoAcid.ofLetter(text.peek());
        if (byLetter.isEmpty()) {
            throw text.unexpected(expected);
        }
        text.returnTo(at + 1);
        if (byLetter.get() == AminoAcid.STOP) {
            settle(ProteinStyle.Stop.STAR, at);
        } else {
            settle(ProteinStyle.Letters.ONE, at);
        }
        return byLetter.get();
    }

    private void settle(ProteinStyle.Letters found, int at) {
        if (letters == null) {
            letters = found;
        } else if (letters != found) {
            throw text.refused(
                    at,
                    letters == ProteinStyle.Letters.ONE ? "residues of one letter" : "residues of three letters",
                    found == ProteinStyle.Letters.ONE ? "one of one letter" : "one of three letters");
        }
    }

    private void settle(ProteinStyle.Stop found, int at) {
        if (stop == null) {
            stop = found;
        } else if (stop != found) {
            throw text.refused(at, "a stop written as " + stop.sign() + ", as before", "'" + found.sign() + "'");
        }
    }
}
