package org.marrow.variants.karyotype;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.variants.karyotype.FishSignal.Relation;

/**
 * Reads in situ hybridisation. What it does not understand, and every other technique, it leaves unread to the end or to the next
 * part or clone; it refuses nothing.
 */
final class PartReader {
    private static final List<String> NUCLEI = List.of("nuc ish", "nucish", "nuc_ish");
    private static final String CHROMOSOMES = "ish";

    /** Other techniques, from which nothing is read. */
    private static final List<String> OTHERS = List.of("arr", "seq", "ogm", "rsa", "sseq", "rev ish", "subtel", "mlpa");

    /** Where a part that is not read ends: at the next technique, at another clone, or at a donor's. */
    private static final Pattern NEXT = Pattern.compile(
            "\\.(?=(nuc ?_?ish|ish|arr|seq|ogm|rsa|sseq|rev ish|mlpa))|/(?=/|\\d+([~-]\\d+)?(<\\d+n>)?,[XYU?i s])");

    /** A band or centromere before the probes that lie there. */
    private static final Pattern PLACE = Pattern.compile("[0-9XY]{1,2}(cen|[pq]([0-9.]+|ter)?)?([~-][pq]?[0-9.]+)?");

    private static final String PROBE = "[A-Za-z0-9'@./_-]+?";
    private static final Pattern SIGNAL = Pattern.compile("(?<first>" + PROBE + ")(?<more>( (con|sep) " + PROBE
            + ")*)( ?(x(?<lowest>\\d{1,3})([~-](?<highest>\\d{1,3}))?|(?<sign>\\++|-|amp)))?");

    private final KaryotypeText in;
    private final AbnormalityReader abnormalities;

    PartReader(KaryotypeText in) {
        this.in = in;
        abnormalities = new AbnormalityReader(in, true);
    }

    /** Whether a technique's name stands here. */
    boolean isHere() {
        int start = in.offset();
        boolean here = !in.acceptAny(NUCLEI).isEmpty()
                || in.accept(CHROMOSOMES)
                || !in.acceptAny(OTHERS).isEmpty();
        boolean wholeWord = !in.atLetter();
        in.returnTo(start);
        return here && wholeWord;
    }

    ReportPart read(int clonesBefore) {
        int start = in.offset();
        boolean interphase = !in.acceptAny(NUCLEI).isEmpty();
        if (interphase || in.accept(CHROMOSOMES)) {
            in.skipBlank();
            Optional<List<FishPattern>> patterns = readPatterns(interphase);
            if (patterns.isPresent()) {
                return new ReportPart.Hybridisation(in.since(start), clonesBefore, interphase, patterns.get());
            }
        }
        in.returnTo(start);
        Matcher next = NEXT.matcher(in.rest());
        int length = next.find() ? next.start() : in.rest().length();
        in.returnTo(start + length);
        return new ReportPart.Unread(in.since(start), clonesBefore);
    }

    /** All patterns up to the end of the part, or empty where something is not understood. */
    private Optional<List<FishPattern>> readPatterns(boolean interphase) {
        List<FishPattern> patterns = new ArrayList<>();
        while (true) {
            Optional<FishPattern> pattern = readPattern(interphase);
            if (pattern.isEmpty()) {
                return Optional.empty();
            }
            patterns.add(pattern.get());
            int end = in.offset();
            boolean more = in.accept(',') || (in.accept('/') && in.peek() != '/');
            in.skipBlank();
            if (!more || (in.atDigit() && isClone())) {
                in.returnTo(end);
                break;
            }
        }
        return isEnd() ? Optional.of(patterns) : Optional.empty();
    }

    private boolean isClone() {
        return NEXT.matcher("/" + in.rest()).lookingAt();
    }

    private boolean isEnd() {
        return in.atEnd() || in.peek() == '/' || in.peek() == '.';
    }

    private Optional<FishPattern> readPattern(boolean interphase) {
        Optional<Abnormality> chromosome = Optional.empty();
        if (!interphase && Character.isLowerCase(in.peek())) {
            try {
                chromosome = Optional.of(abnormalities.read());
            } catch (KaryotypeException notUnderstood) {
                return Optional.empty();
            }
        }
        List<List<FishSignal>> groups = new ArrayList<>();
        while (true) {
            skipPlace();
            if (in.peek() != '(') {
                break;
            }
            Optional<List<List<FishSignal>>> read = readGroup();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            groups.addAll(read.get());
            // Probes of one hybridisation may stand in brackets of their own with commas between.
            int end = in.offset();
            if (chromosome.isEmpty() && in.accept(',')) {
                skipPlace();
                if (in.peek() != '(') {
                    in.returnTo(end);
                    break;
                }
            }
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt cells = OptionalInt.empty();
        OptionalInt scored = OptionalInt.empty();
        if (in.accept('[')) {
            String first = in.digits();
            boolean of = in.accept('/');
            String second = in.digits();
            if (!in.accept(']')
                    || first.isEmpty()
                    || first.length() > 6
                    || second.length() > 6
                    || of == second.isEmpty()) {
                return Optional.empty();
            }
            cells = OptionalInt.of(Integer.parseInt(first));
            scored = of ? OptionalInt.of(Integer.parseInt(second)) : scored;
        }
        return Optional.of(new FishPattern(chromosome, groups, cells, scored));
    }

    /** A place that is named before probes; nothing where the text is something else. */
    private void skipPlace() {
        Matcher place = PLACE.matcher(in.rest());
        if (place.lookingAt()) {
            int after = in.offset() + place.end();
            in.returnTo(after);
        }
    }

    /** One pair of brackets. On chromosomes a semicolon parts the signals of one from those of the next. */
    private Optional<List<List<FishSignal>>> readGroup() {
        in.accept('(');
        int start = in.offset();
        if (!in.comesBefore(")", '(')) {
            return Optional.empty();
        }
        while (in.peek() != ')') {
            in.accept(in.peek());
        }
        String content = in.since(start);
        in.accept(')');
        int shared = -1;
        int countAt = in.offset();
        in.skipBlank();
        if (in.accept('x')) {
            String number = in.digits();
            if (number.isEmpty() || number.length() > 3) {
                return Optional.empty();
            }
            shared = Integer.parseInt(number);
        } else {
            in.returnTo(countAt);
        }
        List<List<FishSignal>> chromosomes = new ArrayList<>();
        for (String part : content.split(";", -1)) {
            List<FishSignal> signals = new ArrayList<>();
            for (String text : part.split(",", -1)) {
                Matcher signal = SIGNAL.matcher(text);
                if (!signal.matches()) {
                    return Optional.empty();
                }
                Optional<FishSignal> read = signal(signal, shared);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                signals.add(read.get());
            }
            chromosomes.add(signals);
        }
        return Optional.of(chromosomes);
    }

    private static Optional<FishSignal> signal(Matcher text, int shared) {
        List<String> loci = new ArrayList<>();
        addLoci(text.group("first"), loci);
        Relation relation = Relation.ALONE;
        String more = text.group("more");
        if (!more.isEmpty()) {
            boolean connected = more.contains(" con ");
            if (connected && more.contains(" sep ")) {
                return Optional.empty();
            }
            relation = connected ? Relation.CONNECTED : Relation.SEPARATED;
            for (String probe : more.strip().split(" ?(con|sep) ")) {
                if (!probe.isEmpty()) {
                    addLoci(probe, loci);
                }
            }
        }
        String sign = text.group("sign");
        if (sign != null) {
            if (sign.equals("amp")) {
                return Optional.of(new FishSignal(loci, Relation.AMPLIFIED, 0, 0));
            }
            int seen = sign.equals("-") ? 0 : sign.length();
            return Optional.of(new FishSignal(loci, relation, seen, seen));
        }
        String number = text.group("lowest");
        if (number == null) {
            return shared < 0 ? Optional.empty() : Optional.of(new FishSignal(loci, relation, shared, shared));
        }
        int lowest = Integer.parseInt(number);
        String to = text.group("highest");
        int highest = to == null ? lowest : Integer.parseInt(to);
        return highest < lowest ? Optional.empty() : Optional.of(new FishSignal(loci, relation, lowest, highest));
    }

    private static void addLoci(String probe, List<String> loci) {
        // One colour for two loci is written D5S23/D5S721.
        for (String locus : probe.split("/", -1)) {
            loci.add(Probes.symbolOfToday(locus));
        }
    }
}
