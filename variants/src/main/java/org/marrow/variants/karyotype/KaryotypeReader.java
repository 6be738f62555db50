package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads whole karyotypes: clones, their inheritance, cell numbers, and what stands beside them. */
final class KaryotypeReader {
    private static final List<String> NORMAL = List.of("normal");
    private static final List<String> FAILED = List.of(
            "\u00e9chec",
            "echec",
            "failed",
            "failure",
            "no metaphase",
            "no mitos",
            "not done",
            "non fait",
            "non r\u00e9alis\u00e9",
            "pas de mitose",
            "absence de mitose",
            "na",
            "n/a",
            "nd");

    private static final int MOST_STEMLINES = 4;

    /** Beyond these, copies of copies are nonsense rather than a clone. */
    private static final int MOST_SEX_CHROMOSOMES = 16;

    private static final int MOST_COPIES = 1_000_000;

    private final KaryotypeText in;
    private final AbnormalityReader abnormalityReader;
    private final PartReader partReader;
    private final List<KaryotypeClone> clones = new ArrayList<>();
    private final List<ReportPart> parts = new ArrayList<>();

    KaryotypeReader(String text) {
        in = new KaryotypeText(text);
        abnormalityReader = new AbnormalityReader(in, false);
        partReader = new PartReader(in);
    }

    Karyotype read() {
        refuseWords();
        if (partReader.isHere()) {
            parts.add(partReader.read(0));
            readParts();
        }
        if (parts.isEmpty() || in.peek() == '/') {
            readClones();
        }
        if (!in.atEnd()) {
            throw in.unexpected("',', '[', '/' or the end");
        }
        return new Karyotype(in.whole(), clones, parts);
    }

    /** Words that laboratories write where there is no karyotype to read. */
    private void refuseWords() {
        String words = in.rest().strip().toLowerCase(Locale.ROOT);
        String found = "'" + in.whole().strip() + "'";
        if (NORMAL.stream().anyMatch(words::startsWith)) {
            throw in.refused(0, "a karyotype in ISCN; a normal one is 46,XX[20] or 46,XY[20]", found);
        }
        boolean short1 = FAILED.stream().filter(w -> w.length() <= 3).anyMatch(words::equals);
        if (short1 || FAILED.stream().filter(w -> w.length() > 3).anyMatch(words::startsWith)) {
            throw in.refused(
                    0, "a karyotype in ISCN, or nothing at all where there is none, which leaves it unknown", found);
        }
    }

    private void readClones() {
        boolean donor = in.accept("//");
        if (!donor && !parts.isEmpty()) {
            in.require('/');
        }
        while (true) {
            clones.add(readClone(donor));
            readParts();
            if (in.accept("//")) {
                donor = true;
                // Nothing after it says that all cells are the recipient's.
                if (in.atEnd()) {
                    return;
                }
            } else if (!in.accept('/')) {
                return;
            }
        }
    }

    /** What follows a full stop; a full stop at the end is only that. */
    private void readParts() {
        while (true) {
            int start = in.offset();
            boolean stop = in.accept('.');
            in.skipBlank();
            if (partReader.isHere()) {
                parts.add(partReader.read(clones.size()));
            } else {
                if (!stop || !in.atEnd()) {
                    in.returnTo(start);
                }
                return;
            }
        }
    }

    private KaryotypeClone readClone(boolean donor) {
        if (in.accept("mos") || in.accept("chi")) {
            in.skipBlank();
        }
        int start = in.offset();
        int lowest = in.number("a number of chromosomes");
        int highest = lowest;
        if (in.accept('~') || in.accept('-')) {
            highest = in.number("a number of chromosomes");
        }
        if (lowest < 1 || highest < lowest) {
            throw in.unexpectedAt(start, "a number of chromosomes, the lower of a range first");
        }
        int statedPloidy = readPloidy();
        in.require(',');
        CloneItems items = readStart();

        OptionalInt cells = OptionalInt.empty();
        boolean composite = false;
        while (in.accept(',')) {
            readItem(items);
        }
        if (in.accept('[')) {
            composite = acceptComposite();
            cells = OptionalInt.of(in.number("a number of cells"));
            composite |= acceptComposite();
            if (in.accept('/')) {
                in.number("a number of cells looked at");
            }
            in.require(']');
        }
        String sex = items.sexChromosomes();
        List<Abnormality> abnormalities = items.abnormalities();
        int ploidy = statedPloidy > 0
                ? statedPloidy
                : ChromosomeNumber.ploidyOf(
                        lowest,
                        highest,
                        sex,
                        abnormalities,
                        KaryotypeClone.isExact(sex, composite, items.incomplete()));
        return new KaryotypeClone(
                lowest, highest, ploidy, sex, abnormalities, cells, composite, items.incomplete(), donor);
    }

    private boolean acceptComposite() {
        in.skipBlank();
        if (!in.accept("cp")) {
            return false;
        }
        in.skipBlank();
        return true;
    }

    /** The chromosome sets that the report states; 0 where it leaves them to the number of chromosomes. */
    private int readPloidy() {
        if (!in.accept('<')) {
            return 0;
        }
        int start = in.offset();
        int ploidy = in.number("a number of chromosome sets");
        if (ploidy < 1) {
            throw in.unexpectedAt(start, "a number of chromosome sets from 1");
        }
        in.require('n');
        // 2n+ and 2n- only say on which side of two sets the clone lies.
        in.acceptAny(List.of("+", "-", "\u00b1"));
        in.require('>');
        return ploidy;
    }

    /** Sex chromosomes, or the clone that this one descends from, or both. */
    private CloneItems readStart() {
        Stemline stemline = readStemline();
        if (stemline != null) {
            return new CloneItems(in, stemline.source(), stemline.copies(), stemline.sexChromosomes(), clones);
        }
        String sexChromosomes = readSexChromosomes();
        int afterSex = in.offset();
        if (in.accept(',')) {
            stemline = readStemline();
            if (stemline != null) {
                return new CloneItems(in, stemline.source(), stemline.copies(), sexChromosomes, clones);
            }
            in.returnTo(afterSex);
        }
        return new CloneItems(in, null, 1, sexChromosomes, clones);
    }

    /** The clone that {@code idem}, {@code sl} or {@code sdl} points to, and how often its chromosomes are there. */
    private record Stemline(KaryotypeClone source, int copies) {
        String sexChromosomes() {
            boolean constitutional = source.sexChromosomes().endsWith("c");
            String letters = constitutional
                    ? source.sexChromosomes()
                            .substring(0, source.sexChromosomes().length() - 1)
                    : source.sexChromosomes();
            return letters.repeat(copies) + (constitutional ? "c" : "");
        }
    }

    private @Nullable Stemline readStemline() {
        int start = in.offset();
        int index;
        if (in.accept("idem") || in.accept("sl")) {
            index = 0;
        } else if (in.accept("sdl")) {
            // The stemline is the first clone of the report, so the first sideline is the second.
            index = in.atDigit() ? in.number("the number of a sideline") : clones.size() - 1;
            if (index < 1) {
                throw in.refused(start, "a sideline that is written before", "none");
            }
        } else {
            return null;
        }
        int copies = 1;
        if (in.accept('x')) {
            int copiesAt = in.offset();
            copies = in.number("a number of copies");
            if (copies < 1 || copies > MOST_STEMLINES) {
                throw in.refused(copiesAt, "from 1 to " + MOST_STEMLINES + " copies", "'" + copies + "'");
            }
        }
        if (index >= clones.size()) {
            throw in.refused(start, "a clone that is written before this one", "none");
        }
        Stemline stemline = new Stemline(clones.get(index), copies);
        boolean tooMany = stemline.sexChromosomes().length() > MOST_SEX_CHROMOSOMES
                || stemline.source().abnormalities().stream().anyMatch(a -> a.mostCopies() > MOST_COPIES);
        if (copies > 1 && tooMany) {
            throw in.refused(start, "a stemline of fewer copies", "'" + in.since(start) + "'");
        }
        return stemline;
    }

    private String readSexChromosomes() {
        int start = in.offset();
        StringBuilder sex = new StringBuilder();
        while (!in.atEnd() && "XYU?".indexOf(in.peek()) >= 0 && !in.isAt("?c")) {
            char letter = in.peek();
            in.accept(letter);
            sex.append(letter);
        }
        if (sex.isEmpty()) {
            throw in.unexpectedAt(start, "sex chromosomes such as XX or XY, or idem, sl or sdl");
        }
        in.skipBlank();
        if (in.accept('c') || in.accept("?c")) {
            sex.append('c');
        }
        return sex.toString();
    }

    private void readItem(CloneItems items) {
        int start = in.offset();
        if (in.accept("inc")) {
            items.setIncomplete();
            return;
        }
        Abnormality read = abnormalityReader.read();
        int afterItem = in.offset();
        // A number of cells before a comma or a second bracket belongs to this abnormality, else to the clone.
        if (in.accept('[') && in.atDigit()) {
            int cells = in.number("a number of cells");
            if (in.accept(']') && (in.peek() == ',' || in.peek() == '[')) {
                items.add(read.withCells(OptionalInt.of(cells)), start);
                return;
            }
        }
        in.returnTo(afterItem);
        items.add(read, start);
    }
}
