package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads whole karyotypes: clones, their inheritance, cell numbers. */
final class KaryotypeReader {
    private static final int HIGHEST_NEAR_DIPLOID = 57;
    private static final int HIGHEST_NEAR_TRIPLOID = 80;

    private final KaryotypeText in;
    private final AbnormalityReader abnormalityReader;
    private final List<KaryotypeClone> clones = new ArrayList<>();
    private boolean incomplete;

    KaryotypeReader(String text) {
        in = new KaryotypeText(text);
        abnormalityReader = new AbnormalityReader(in);
    }

    Karyotype read() {
        in.skipBlanks();
        boolean donor = in.accept("//");
        while (true) {
            clones.add(readClone(donor));
            in.skipBlanks();
            if (in.accept("//")) {
                donor = true;
            } else if (!in.accept('/')) {
                break;
            }
            in.skipBlanks();
        }
        if (in.peek() != 0) {
            throw in.unexpected("',', '[', '/' or the end");
        }
        return new Karyotype(in.whole(), clones, incomplete);
    }

    private KaryotypeClone readClone(boolean donor) {
        if (in.accept("mos ") || in.accept("chi ")) {
            in.skipBlanks();
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
        int ploidy = readPloidy(highest);
        requireComma();

        List<Abnormality> abnormalities = new ArrayList<>();
        String sexChromosomes;
        KaryotypeClone stemline = readStemline();
        if (stemline == null) {
            sexChromosomes = readSexChromosomes();
            int afterSex = in.offset();
            in.skipBlanks();
            if (in.accept(',')) {
                in.skipBlanks();
                stemline = readStemline();
            }
            if (stemline == null) {
                in.returnTo(afterSex);
            }
        } else {
            sexChromosomes = stemline.sexChromosomes();
        }
        if (stemline != null) {
            abnormalities.addAll(stemline.abnormalities());
        }

        OptionalInt cells = OptionalInt.empty();
        boolean composite = false;
        boolean ended = false;
        while (!ended) {
            in.skipBlanks();
            if (in.accept(',')) {
                in.skipBlanks();
                readItem(abnormalities);
            } else if (in.accept('[')) {
                composite = in.accept("cp");
                cells = OptionalInt.of(in.number("a number of cells"));
                in.require(']');
                ended = true;
            } else {
                ended = true;
            }
        }
        return new KaryotypeClone(lowest, highest, ploidy, sexChromosomes, abnormalities, cells, composite, donor);
    }

    private int readPloidy(int chromosomes) {
        if (in.accept('<')) {
            int ploidy = in.number("a number of chromosome sets");
            in.require('n');
            in.require('>');
            return ploidy;
        }
        // ISCN counts gains and losses of near-triploid and near-tetraploid cells from three and four sets.
        if (chromosomes <= HIGHEST_NEAR_DIPLOID) {
            return 2;
        }
        return chromosomes <= HIGHEST_NEAR_TRIPLOID ? 3 : 4;
    }

    private void requireComma() {
        in.skipBlanks();
        in.require(',');
        in.skipBlanks();
    }

    /** The clone that {@code idem}, {@code sl} or {@code sdl} points to, or null where none of them stands. */
    private @Nullable KaryotypeClone readStemline() {
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
        if (in.accept('x')) {
            in.number("a number of copies");
        }
        if (index >= clones.size()) {
            throw in.refused(start, "a clone that is written before this one", "none");
        }
        return clones.get(index);
    }

    private String readSexChromosomes() {
        int start = in.offset();
        StringBuilder sex = new StringBuilder();
        while ("XYU?".indexOf(in.peek()) >= 0 && in.peek() != 0) {
            char letter = in.peek();
            in.accept(letter);
            sex.append(letter);
        }
        if (sex.isEmpty()) {
            throw in.unexpectedAt(start, "sex chromosomes such as XX or XY, or idem, sl or sdl");
        }
        in.accept('c');
        return sex.toString();
    }

    private void readItem(List<Abnormality> abnormalities) {
        int start = in.offset();
        if (in.accept("inc")) {
            incomplete = true;
            return;
        }
        Abnormality read = abnormalityReader.read();
        int afterItem = in.offset();
        in.skipBlanks();
        // A number of cells before a comma or a second bracket belongs to this abnormality, else to the clone.
        if (in.accept('[') && in.atDigit()) {
            int cells = in.number("a number of cells");
            in.require(']');
            if (in.peek() == ',' || in.peek() == '[') {
                add(read.withCells(cells), abnormalities, start);
                return;
            }
        }
        in.returnTo(afterItem);
        add(read, abnormalities, start);
    }

    /** What a subclone loses of what its stemline had gained, or the other way round, is gone rather than abnormal twice. */
    private void add(Abnormality read, List<Abnormality> abnormalities, int start) {
        for (int i = 0; i < abnormalities.size(); i++) {
            Abnormality inherited = abnormalities.get(i);
            boolean undone = read.kind() == Abnormality.Kind.NUMERICAL
                    ? inherited.kind() == read.kind()
                            && inherited.sign() == -read.sign()
                            && inherited.chromosomes().equals(read.chromosomes())
                    : read.sign() < 0 && unsigned(inherited).equals(unsigned(read));
            if (undone) {
                abnormalities.remove(i);
                return;
            }
        }
        if (read.kind() != Abnormality.Kind.NUMERICAL && read.sign() < 0) {
            throw in.refused(start, "the loss of an abnormal chromosome that the stemline has", "'" + read.key() + "'");
        }
        abnormalities.add(read);
    }

    private static String unsigned(Abnormality abnormality) {
        String key = abnormality.key();
        return key.startsWith("+") || key.startsWith("-") ? key.substring(1) : key;
    }
}
