package org.marrow.io.bam;

import htsjdk.samtools.SAMFileHeader;
import htsjdk.samtools.SAMReadGroupRecord;
import htsjdk.samtools.SAMRecord;
import htsjdk.samtools.SAMRecordIterator;
import htsjdk.samtools.SAMSequenceRecord;
import htsjdk.samtools.SamReader;
import htsjdk.samtools.SamReaderFactory;
import htsjdk.samtools.ValidationStringency;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.io.guard.GuardedRead;

/** A CRAM file, decoded by htsjdk behind {@link CramGuard}; each record is then checked by the rules of SAM. */
final class CramFile implements AlignmentFile {
    private final Path file;
    private final SamReader reader;
    private final SamHeader header;
    private final SamRecordParser parser;

    private CramFile(Path file, SamReader reader, SamHeader header) {
        this.file = file;
        this.reader = reader;
        this.header = header;
        this.parser = new SamRecordParser(header);
    }

    static CramFile open(Path file, Path reference) {
        CramGuard.check(file);
        return GuardedRead.read(file, "a CRAM file", () -> {
            SamReader reader = SamReaderFactory.makeDefault()
                    .validationStringency(ValidationStringency.SILENT)
                    .referenceSequence(reference)
                    .open(file);
            return new CramFile(file, reader, header(reader.getFileHeader()));
        });
    }

    private static SamHeader header(SAMFileHeader header) {
        List<ContigLength> contigs = new ArrayList<>();
        Map<String, String> sums = new HashMap<>();
        for (SAMSequenceRecord sequence : header.getSequenceDictionary().getSequences()) {
            contigs.add(new ContigLength(sequence.getSequenceName(), sequence.getSequenceLength()));
            if (sequence.getMd5() != null) {
                sums.put(sequence.getSequenceName(), sequence.getMd5());
            }
        }
        Set<String> samples = new LinkedHashSet<>();
        for (SAMReadGroupRecord group : header.getReadGroups()) {
            if (group.getSample() != null && !group.getSample().isBlank()) {
                samples.add(group.getSample());
            }
        }
        return new SamHeader(contigs, header.getSortOrder().name(), sums, List.copyOf(samples));
    }

    @Override
    public SamHeader header() {
        return header;
    }

    @Override
    public boolean hasRegions() {
        return header.isSortedByCoordinate() && GuardedRead.read(file, "a CRAM index", reader::hasIndex);
    }

    @Override
    public void forEach(Consumer<AlignedRead> consumer) {
        pass(reader::iterator, consumer);
    }

    @Override
    public void forEachOverlapping(Region region, Consumer<AlignedRead> consumer) {
        Consumer<AlignedRead> overlapping = read -> {
            if (region.overlaps(read)) {
                consumer.accept(read);
            }
        };
        boolean indexed = GuardedRead.read(file, "a CRAM index", reader::hasIndex);
        if (indexed) {
            pass(() -> reader.queryOverlapping(region.contig(), region.start(), region.end()), overlapping);
        } else {
            pass(reader::iterator, overlapping);
        }
    }

    private void pass(Supplier<SAMRecordIterator> opening, Consumer<AlignedRead> consumer) {
        SAMRecordIterator records = GuardedRead.read(file, "CRAM records", opening::get);
        try {
            long number = 0;
            while (true) {
                SamLine place = SamLine.ofRecord(file, number + 1);
                boolean more = GuardedRead.read(file, place::location, "a CRAM record", records::hasNext);
                if (!more) {
                    return;
                }
                String line = GuardedRead.read(file, place::location, "a CRAM record", () -> text(records.next()));
                number++;
                consumer.accept(parser.parse(place, line));
            }
        } finally {
            GuardedRead.run(file, "a file that can be closed", records::close);
        }
    }

    private static String text(SAMRecord record) {
        return record.getSAMString().stripTrailing();
    }

    @Override
    public void close() {
        GuardedRead.run(file, "a file that can be closed", reader::close);
    }
}
