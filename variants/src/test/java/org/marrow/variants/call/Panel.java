package org.marrow.variants.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.marrow.core.port.ReadSource;
import org.marrow.core.port.ReferenceSource;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.core.read.CigarOperator;
import org.marrow.core.variant.TargetRegion;

/** One contig of seeded bases and read pairs on it, aligned as a perfect aligner would. */
final class Panel {
    static final String CONTIG = "t";
    static final int LENGTH = 1_200;
    static final int READ_BASES = 100;
    static final int FRAGMENT_BASES = 250;

    private static final String BASES = "ACGT";
    private static final int QUALITY = 35;

    private final String reference;
    private final SplittableRandom random;
    private final List<AlignedRead> reads = new ArrayList<>();
    private int fragments;

    Panel(long seed) {
        this.random = new SplittableRandom(seed);
        StringBuilder bases = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            bases.append(BASES.charAt(random.nextInt(4)));
        }
        this.reference = bases.toString();
    }

    Panel(long seed, String reference) {
        this.random = new SplittableRandom(seed);
        this.reference = reference;
    }

    String reference() {
        return reference;
    }

    /** Another base than the reference has at a position, from 1. */
    char other(int position) {
        return BASES.charAt((BASES.indexOf(reference.charAt(position - 1)) + 1) % 4);
    }

    /** Fragments without a variant, evenly over the contig. */
    Panel fragments(int count) {
        for (int i = 0; i < count; i++) {
            int start = 1 + random.nextInt(LENGTH - FRAGMENT_BASES);
            pair(start, reference, 0, 0, 0);
        }
        return this;
    }

    /** Fragments over a position, each with the bases there changed; {@code deleted} bases from it on give way to {@code inserted}. */
    Panel with(int count, int position, int deleted, String inserted) {
        String changed = reference.substring(0, position - 1) + inserted + reference.substring(position - 1 + deleted);
        for (int i = 0; i < count; i++) {
            // The variant falls into the first or the second read, at least twenty bases from its ends.
            int within = 20 + random.nextInt(READ_BASES - 40 - Math.min(30, inserted.length()));
            int start = random.nextBoolean() ? position - within : position - within - FRAGMENT_BASES + READ_BASES;
            pair(start, changed, position, deleted, inserted.length());
        }
        return this;
    }

    private void pair(int start, String bases, int position, int deleted, int inserted) {
        String name = "f" + fragments++;
        boolean forwardFirst = random.nextBoolean();
        int second = start + FRAGMENT_BASES - READ_BASES;
        add(name, forwardFirst ? 0x43 : 0x83, start, bases, position, deleted, inserted);
        add(name, forwardFirst ? 0x93 : 0x53, second, bases, position, deleted, inserted);
    }

    private void add(String name, int flags, int at, String bases, int position, int deleted, int inserted) {
        String text = bases.substring(at - 1, at - 1 + READ_BASES);
        int start = at;
        List<CigarElement> cigar = new ArrayList<>();
        int shift = inserted - deleted;
        boolean before = position > 0 && at + READ_BASES <= position;
        boolean after = position > 0 && at >= position + inserted;
        if (shift == 0 || position == 0 || before) {
            cigar.add(new CigarElement(READ_BASES, CigarOperator.MATCH));
        } else if (after) {
            start = at - shift;
            cigar.add(new CigarElement(READ_BASES, CigarOperator.MATCH));
        } else {
            int left = position - at;
            int right = READ_BASES - left - inserted;
            if (left < 1 || right < 1) {
                return;
            }
            cigar.add(new CigarElement(left, CigarOperator.MATCH));
            if (inserted > 0) {
                cigar.add(new CigarElement(inserted, CigarOperator.INSERTION));
            }
            if (deleted > 0) {
                cigar.add(new CigarElement(deleted, CigarOperator.DELETION));
            }
            cigar.add(new CigarElement(right, CigarOperator.MATCH));
        }
        read(name, flags, start, cigar, text);
    }

    /** Adds one read with quality 35 throughout. */
    Panel read(String name, int flags, int start, List<CigarElement> cigar, String bases) {
        byte[] qualities = new byte[bases.length()];
        Arrays.fill(qualities, (byte) QUALITY);
        reads.add(new AlignedRead(name, flags, CONTIG, start, 60, cigar, bases.getBytes(ISO_8859_1), qualities));
        return this;
    }

    /** Puts sequencing errors into every base at a rate. */
    Panel errors(double rate) {
        for (AlignedRead read : reads) {
            for (int i = 0; i < read.bases().length; i++) {
                if (random.nextDouble() < rate) {
                    int code = BASES.indexOf(read.bases()[i]);
                    read.bases()[i] = (byte) BASES.charAt((code + 1 + random.nextInt(3)) % 4);
                }
            }
        }
        return this;
    }

    List<AlignedRead> reads() {
        return reads;
    }

    CallResult call(CallSettings settings, TargetRegion... targets) {
        return TargetedCaller.call(this::source, referenceSource(), List.of(targets), settings);
    }

    /** The variants over the middle of the contig with default settings on one thread. */
    List<SmallVariant> call() {
        return call(CallSettings.defaults(1), target(301, 900)).variants();
    }

    static TargetRegion target(int start, int end) {
        return new TargetRegion(CONTIG, start, end, Optional.empty());
    }

    private ReadSource source() {
        List<AlignedRead> sorted = new ArrayList<>(reads);
        sorted.sort(Comparator.comparingInt(AlignedRead::start));
        return new ReadSource() {
            @Override
            public List<ContigLength> contigs() {
                return List.of(new ContigLength(CONTIG, reference.length()));
            }

            @Override
            public void forEach(Consumer<AlignedRead> consumer) {
                sorted.forEach(consumer);
            }

            @Override
            public void forEachOverlapping(String contig, int start, int end, Consumer<AlignedRead> consumer) {
                for (AlignedRead read : sorted) {
                    if (read.start() <= end && read.end() >= start) {
                        consumer.accept(read);
                    }
                }
            }

            @Override
            public void close() {}
        };
    }

    private ReferenceSource referenceSource() {
        return new ReferenceSource() {
            @Override
            public boolean contains(String contig) {
                return contig.equals(CONTIG);
            }

            @Override
            public int length(String contig) {
                return reference.length();
            }

            @Override
            public String bases(String contig, int start, int end) {
                return reference.substring(start - 1, end);
            }

            @Override
            public void close() {}
        };
    }
}
