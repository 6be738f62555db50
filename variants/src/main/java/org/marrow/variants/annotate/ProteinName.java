package org.marrow.variants.annotate;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A protein change by HGVS.
 *
 * @param full of three letters with the parentheses of a prediction, {@code p.(Trp288CysfsTer12)}
 * @param brief of one letter without parentheses, {@code p.W288Cfs*12}
 */
record ProteinName(String full, String brief) {
    /** There is an effect on the protein, and nobody can say which. */
    static final ProteinName UNKNOWN = new ProteinName("p.?", "p.?");

    private static final Map<Character, String> THREE_LETTERS = Map.ofEntries(
            entry('A', "Ala"),
            entry('C', "Cys"),
            entry('D', "Asp"),
            entry('E', "Glu"),
            entry('F', "Phe"),
            entry('G', "Gly"),
            entry('H', "His"),
            entry('I', "Ile"),
            entry('K', "Lys"),
            entry('L', "Leu"),
            entry('M', "Met"),
            entry('N', "Asn"),
            entry('P', "Pro"),
            entry('Q', "Gln"),
            entry('R', "Arg"),
            entry('S', "Ser"),
            entry('T', "Thr"),
            entry('U', "Sec"),
            entry('V', "Val"),
            entry('W', "Trp"),
            entry('X', "Xaa"),
            entry('Y', "Tyr"),
            entry(GeneticCode.STOP, "Ter"));

    /** The first residue is changed, and where translation begins now is unknown. */
    static ProteinName startLost() {
        return new Text().residue('M').literal("1?").name();
    }

    /** {@code p.(Leu54=)}, or a range of residues that stay as they are. */
    static ProteinName unchanged(String protein, int from, int to) {
        return new Text().range(protein, from, to).literal("=").name();
    }

    /** {@code p.(Trp26Ter)}: translation ends where this residue was. */
    static ProteinName nonsense(String protein, int at) {
        return new Text().place(protein, at).residue(GeneticCode.STOP).name();
    }

    /** {@code p.(Arg97ProfsTer23)}; {@code length} counts from the first changed residue to the stop, 0 if there is none. */
    static ProteinName frameshift(String protein, int at, char first, int length) {
        return new Text()
                .place(protein, at)
                .residue(first)
                .literal("fs")
                .residue(GeneticCode.STOP)
                .literal(length == 0 ? "?" : String.valueOf(length))
                .name();
    }

    /** {@code p.(Ter110GlnextTer17)}; {@code length} counts residues from the old stop to the new, 0 if there is none. */
    static ProteinName extension(String protein, int stop, String first, int length) {
        return new Text()
                .place(protein, stop)
                .residues(first)
                .literal("ext")
                .residue(GeneticCode.STOP)
                .literal(length == 0 ? "?" : String.valueOf(length))
                .name();
    }

    /** {@code p.(Met3_His4insGlyTer)}: residues between two that stay. */
    static ProteinName insertion(String protein, int before, String residues) {
        return new Text()
                .range(protein, before, before + 1)
                .literal("ins")
                .residues(residues)
                .name();
    }

    static ProteinName duplication(String protein, int from, int to) {
        return new Text().range(protein, from, to).literal("dup").name();
    }

    static ProteinName deletion(String protein, int from, int to) {
        return new Text().range(protein, from, to).literal("del").name();
    }

    static ProteinName substitution(String protein, int at, char residue) {
        return new Text().place(protein, at).residue(residue).name();
    }

    static ProteinName deletionInsertion(String protein, int from, int to, String residues) {
        return new Text()
                .range(protein, from, to)
                .literal("delins")
                .residues(residues)
                .name();
    }

    /** Both forms, written side by side. Indexes count from 0. */
    private static final class Text {
        private final StringBuilder full = new StringBuilder("p.(");
        private final StringBuilder brief = new StringBuilder("p.");

        Text residue(char residue) {
            full.append(THREE_LETTERS.get(residue));
            brief.append(residue);
            return this;
        }

        Text residues(String residues) {
            residues.chars().forEach(residue -> residue((char) residue));
            return this;
        }

        Text literal(String text) {
            full.append(text);
            brief.append(text);
            return this;
        }

        Text place(String protein, int at) {
            return residue(protein.charAt(at)).literal(String.valueOf(at + 1));
        }

        Text range(String protein, int from, int to) {
            place(protein, from);
            return from == to ? this : literal("_").place(protein, to);
        }

        ProteinName name() {
            return new ProteinName(full + ")", brief.toString());
        }
    }
}
