package org.marrow.io.bam;

import htsjdk.samtools.BAMIndexer;
import htsjdk.samtools.Cigar;
import htsjdk.samtools.SAMException;
import htsjdk.samtools.SAMFileHeader;
import htsjdk.samtools.SAMFileWriter;
import htsjdk.samtools.SAMFileWriterFactory;
import htsjdk.samtools.SAMReadGroupRecord;
import htsjdk.samtools.SAMRecord;
import htsjdk.samtools.SAMSequenceRecord;
import htsjdk.samtools.SamPairUtil;
import htsjdk.samtools.SamReader;
import htsjdk.samtools.SamReaderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.port.ReadSource.ContigLength;
import org.marrow.core.read.AlignedRead;
import org.marrow.core.read.CigarElement;
import org.marrow.io.guard.AtomicFile;

/**
 * Writes reads as BAM, sorted by coordinate, with a BAI index beside it ({@code x.bam.bai}). The same reads give the same bytes,
 * whatever order they come in: nothing of the time, the machine or the writer is put into the file.
 */
public final class BamSink {
    private static final String READ_GROUP = "1";

    private BamSink() {}

    /**
     * What the header says.
     *
     * @param contigs in the order that the reads are sorted by; not empty
     * @param sample name of the sample, which all reads belong to
     * @param comments {@code @CO} lines, such as that the reads are synthetic
     */
    public record Header(List<ContigLength> contigs, String sample, List<String> comments) {
        public Header {
            contigs = List.copyOf(contigs);
            comments = List.copyOf(comments);
            InvalidValueException.check(!contigs.isEmpty(), "contigs", "none", "at least one");
            InvalidValueException.check(
                    sample.matches("[ -~]*[!-~][ -~]*"), "sample", sample, "a name of printable characters");
            for (String comment : comments) {
                InvalidValueException.check(
                        comment.matches("[^\\p{Cntrl}]*"), "comment", comment, "a text in one line");
            }
        }
    }

    /**
     * Writes all reads.
     *
     * @throws InvalidValueException when a read lies on a contig that the header does not have, or has an invalid flag
     * @throws org.marrow.core.error.UserException with code ACCESS when the files cannot be written
     */
    public static void write(Path target, Header header, List<AlignedRead> reads) {
        SamHeader order = new SamHeader(header.contigs(), SamHeader.COORDINATE);
        Map<String, Integer> contigs = order.contigIndex();
        reads.forEach(read -> check(read, contigs));
        List<AlignedRead> sorted = new ArrayList<>(reads);
        sorted.sort(byCoordinate(contigs));
        Path indexPath = target.resolveSibling(target.getFileName() + ".bai");
        try (AtomicFile data = AtomicFile.begin(target);
                AtomicFile index = AtomicFile.begin(indexPath)) {
            writeRecords(data.temporary(), header, sorted);
            writeIndex(data.temporary(), index.temporary());
            // An index of the old file beside the new one would be worse than none.
            Files.deleteIfExists(indexPath);
            data.commit();
            index.commit();
        } catch (IOException | SAMException failure) {
            throw AtomicFile.cannotWrite(target, failure);
        }
    }

    private static void check(AlignedRead read, Map<String, Integer> contigs) {
        InvalidValueException.check(
                read.contig().equals("*") || contigs.containsKey(read.contig()),
                "contig of " + read.name(),
                read.contig(),
                "* or a contig of the header");
        InvalidValueException.check(
                read.flags() >= 0 && read.flags() <= SamRecordParser.HIGHEST_FLAG,
                "flags of " + read.name(),
                read.flags(),
                "a number from 0 to " + SamRecordParser.HIGHEST_FLAG);
        InvalidValueException.check(
                read.name().matches("[!-?A-~]{1,254}"), "name", read.name(), "1 to 254 printable characters without @");
    }

    private static Comparator<AlignedRead> byCoordinate(Map<String, Integer> contigs) {
        return Comparator.<AlignedRead>comparingInt(read -> contigs.getOrDefault(read.contig(), Integer.MAX_VALUE))
                .thenComparingInt(AlignedRead::start)
                .thenComparing(AlignedRead::name)
                .thenComparingInt(AlignedRead::flags)
                .thenComparing(AlignedRead::bases, Arrays::compare)
                .thenComparing(AlignedRead::qualities, Arrays::compare)
                .thenComparing(read -> cigar(read).toString());
    }

    private static void writeRecords(Path file, Header header, List<AlignedRead> sorted) {
        SAMFileHeader samHeader = samHeader(header);
        SAMFileWriterFactory factory =
                new SAMFileWriterFactory().setCreateIndex(false).setCreateMd5File(false);
        try (SAMFileWriter writer = factory.makeBAMWriter(samHeader, true, file)) {
            List<SAMRecord> records =
                    sorted.stream().map(read -> record(samHeader, read)).toList();
            joinMates(records);
            records.forEach(writer::addAlignment);
        }
    }

    /** Tells each read of a pair where the other one lies, which a read by itself does not know. */
    private static void joinMates(List<SAMRecord> records) {
        Map<String, SAMRecord> waiting = new HashMap<>();
        for (SAMRecord record : records) {
            if (record.getReadPairedFlag() && !record.isSecondaryOrSupplementary()) {
                SAMRecord mate = waiting.remove(record.getReadName());
                if (mate == null) {
                    waiting.put(record.getReadName(), record);
                } else {
                    SamPairUtil.setMateInfo(mate, record);
                }
            }
        }
    }

    private static SAMFileHeader samHeader(Header header) {
        SAMFileHeader samHeader = new SAMFileHeader();
        for (ContigLength contig : header.contigs()) {
            samHeader.addSequence(new SAMSequenceRecord(contig.contig(), contig.length()));
        }
        SAMReadGroupRecord group = new SAMReadGroupRecord(READ_GROUP);
        group.setSample(header.sample());
        samHeader.addReadGroup(group);
        header.comments().forEach(samHeader::addComment);
        samHeader.setSortOrder(SAMFileHeader.SortOrder.coordinate);
        return samHeader;
    }

    private static SAMRecord record(SAMFileHeader header, AlignedRead read) {
        SAMRecord record = new SAMRecord(header);
        record.setReadName(read.name());
        record.setFlags(read.flags());
        record.setReferenceName(read.contig());
        record.setAlignmentStart(read.start());
        record.setMappingQuality(read.mappingQuality());
        record.setCigar(cigar(read));
        record.setReadBases(read.bases().length == 0 ? SAMRecord.NULL_SEQUENCE : read.bases());
        record.setBaseQualities(read.qualities().length == 0 ? SAMRecord.NULL_QUALS : read.qualities());
        record.setAttribute("RG", READ_GROUP);
        return record;
    }

    private static Cigar cigar(AlignedRead read) {
        List<htsjdk.samtools.CigarElement> elements = new ArrayList<>();
        for (CigarElement element : read.cigar()) {
            char letter = CigarText.LETTERS.charAt(CigarText.OPERATORS.indexOf(element.operator()));
            elements.add(new htsjdk.samtools.CigarElement(
                    element.length(), htsjdk.samtools.CigarOperator.characterToEnum(letter)));
        }
        return new Cigar(elements);
    }

    private static void writeIndex(Path bam, Path index) throws IOException {
        SamReaderFactory factory =
                SamReaderFactory.makeDefault().enable(SamReaderFactory.Option.INCLUDE_SOURCE_IN_RECORDS);
        try (SamReader reader = factory.open(bam)) {
            BAMIndexer.createIndex(reader, index);
        }
    }
}
