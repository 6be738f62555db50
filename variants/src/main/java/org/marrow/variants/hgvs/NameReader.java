package org.marrow.variants.hgvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a name as a whole: its sequence, its kind, and how its changes are joined. */
final class NameReader {
    private static final String KINDS = "one of c., n., g., o., m., r. and p.";

    private final NameText text;

    NameReader(String name) {
        this.text = new NameText(name);
    }

    HgvsName read() {
        Optional<HgvsReference> reference = reference();
        int kindAt = text.offset();
        SequenceKind kind = kind();
        reference.ifPresent(sequence -> {
            if (!sequence.carries(kind)) {
                throw text.refused(kindAt, "a kind that " + sequence + " can have", "'" + kind.letter() + ".'");
            }
        });
        if (kind == SequenceKind.PROTEIN) {
            ProteinReader reader = new ProteinReader(text);
            Alleles alleles = alleles(reader::change);
            return new HgvsName(reference, kind, alleles, reader.style());
        }
        NucleotideReader reader = new NucleotideReader(text, kind);
        return new HgvsName(reference, kind, alleles(reader::change), ProteinStyle.THREE_LETTERS);
    }

    private Optional<HgvsReference> reference() {
        String name = text.whole();
        boolean beginsWithKind = name.length() >= 2
                && name.charAt(1) == '.'
                && SequenceKind.of(name.charAt(0)).isPresent();
        if (beginsWithKind) {
            return Optional.empty();
        }
        HgvsReference reference = readReference(text);
        text.require(":");
        return Optional.of(reference);
    }

    /** An accession with an optional selector. */
    static HgvsReference readReference(NameText text) {
        String accession = sequenceName(text, "an accession such as NM_002520.7, or a kind such as c.");
        if (!text.accept("(")) {
            return new HgvsReference(accession, Optional.empty());
        }
        String selector = sequenceName(text, "a gene or transcript in parentheses");
        text.require(")");
        return new HgvsReference(accession, Optional.of(selector));
    }

    private static String sequenceName(NameText text, String expected) {
        int start = text.offset();
        StringBuilder name = new StringBuilder();
        while (!text.atEnd() && HgvsReference.isName(name.toString() + text.peek())) {
            name.append(text.peek());
            text.returnTo(text.offset() + 1);
        }
        if (name.isEmpty()) {
            text.returnTo(start);
            throw text.unexpected(expected);
        }
        return name.toString();
    }

    private SequenceKind kind() {
        Optional<SequenceKind> kind = SequenceKind.of(text.peek());
        if (kind.isEmpty()) {
            throw text.unexpected(KINDS);
        }
        text.returnTo(text.offset() + 1);
        text.require(".");
        return kind.get();
    }

    private Alleles alleles(Supplier<Change> reader) {
        List<Allele> alleles = new ArrayList<>(List.of(allele(reader)));
        List<Phase> phases = new ArrayList<>();
        while (!text.atEnd()) {
            boolean bothBracketed = alleles.getLast().bracketed();
            int at = text.offset();
            Phase phase = phase(phases.isEmpty() && !bothBracketed ? "the end of the name" : "';' or the end");
            Allele next = allele(reader);
            // Two molecules are told apart by their brackets alone.
            if (phase == Phase.KNOWN && !(bothBracketed && next.bracketed())) {
                throw text.refused(at, "square brackets around the changes on both sides of ';'", "none");
            }
            phases.add(phase);
            alleles.add(next);
        }
        return new Alleles(alleles, phases);
    }

    private Phase phase(String expected) {
        if (text.accept(Phase.UNKNOWN.sign())) {
            return Phase.UNKNOWN;
        }
        if (text.accept(Phase.KNOWN.sign())) {
            return Phase.KNOWN;
        }
        throw text.unexpected(expected);
    }

    private Allele allele(Supplier<Change> reader) {
        if (!text.accept("[")) {
            return Allele.of(reader.get());
        }
        List<Change> changes = new ArrayList<>(List.of(reader.get()));
        List<Phase> phases = new ArrayList<>();
        while (!text.accept("]")) {
            phases.add(phase("';' or ']'"));
            changes.add(reader.get());
        }
        return new Allele(changes, phases, true);
    }
}
