package org.marrow.io.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.transcript.Transcript;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ChromosomeLengths;
import org.marrow.core.variant.ContigNames;
import org.marrow.io.guard.LineReader;
import org.marrow.io.table.FoundText;

/**
 * Reads transcripts from GFF3 (of RefSeq, Ensembl and GENCODE) or GTF (of Ensembl, GENCODE, NCBI and UCSC), plain or gzip; which
 * of the two it is shows in the attributes of the first feature. docs/formats/transcripts.md lists what is read.
 */
public final class TranscriptSource {
    private TranscriptSource() {}

    /**
     * What a file holds.
     *
     * @param assembly by its header, its RefSeq accessions and the lengths it gives; UNKNOWN when they say nothing
     * @param transcripts in the file's order of their first exon
     */
    public record Transcripts(Assembly assembly, List<Transcript> transcripts) {
        public Transcripts {
            transcripts = List.copyOf(transcripts);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws FormatException when a line is invalid, an exon belongs to no transcript, two assemblies are named, or there is no
     *     transcript
     * @throws org.marrow.core.error.UserException with code ACCESS when the file cannot be read
     */
    public static Transcripts read(Path file) {
        try (LineReader reader = LineReader.open(file)) {
            return new Reading(file, reader).read();
        }
    }

    /** One pass over a file. */
    private static final class Reading {
        private final Path file;
        private final LineReader reader;
        private final Map<String, Long> lengths = new HashMap<>();
        private @Nullable FeatureTree features;
        private @Nullable Assembly named;

        Reading(Path file, LineReader reader) {
            this.file = file;
            this.reader = reader;
        }

        Transcripts read() {
            List<Transcript> transcripts = new ArrayList<>();
            for (String line = reader.next(); line != null; line = reader.next()) {
                if (line.equals("##FASTA") || line.startsWith(">")) {
                    break;
                }
                if (line.equals("###")) {
                    if (features != null) {
                        features.complete(transcripts);
                    }
                } else if (line.startsWith("#")) {
                    header(line);
                } else if (!line.isBlank()) {
                    feature(line);
                }
            }
            if (features != null) {
                features.complete(transcripts);
            }
            if (transcripts.isEmpty()) {
                throw new FormatException(file, Location.whole(), "transcripts with exons, as GFF3 or GTF", "none");
            }
            return new Transcripts(assembly(), transcripts);
        }

        private void header(String line) {
            if (line.startsWith("##gff-version")
                    && !line.substring("##gff-version".length()).strip().startsWith("3")
                    && !line.strip().endsWith("2")) {
                throw new FormatException(
                        file, reader.location(), "##gff-version 3, or GTF, which is version 2", FoundText.quote(line));
            }
            if (line.startsWith("##sequence-region")) {
                String[] words = line.split("\\s+");
                if (words.length == 4 && words[3].matches("[0-9]{1,10}")) {
                    lengths.put(words[1], Long.parseLong(words[3]));
                    ContigNames.assemblyOf(words[1]).ifPresent(this::name);
                }
            } else if (line.startsWith("#!genome-build") || line.startsWith("##description")) {
                String text = line.toLowerCase(Locale.ROOT);
                boolean is37 = text.contains("grch37") || text.contains("hg19");
                boolean is38 = text.contains("grch38") || text.contains("hg38");
                // GENCODE's lifted-over files name both, the one that they count on first.
                if (is37 != is38) {
                    name(is37 ? Assembly.GRCH37 : Assembly.GRCH38);
                }
            }
        }

        private void feature(String line) {
            GffLine.Place place = new GffLine.Place(file, reader.lineNumber());
            String[] columns = line.split("\t", -1);
            if (columns.length != GffLine.COLUMNS) {
                throw place.wrong(
                        GffLine.COLUMNS + " columns separated by tabs",
                        columns.length == 1 ? FoundText.quote(line) : columns.length + " columns");
            }
            if (features == null) {
                boolean gtf = columns[8].matches(".*\\b(gene_id|transcript_id) \".*");
                features = gtf ? new GtfFeatures() : new Gff3Features();
            }
            if (features.concerns(columns[2])) {
                GffLine parsed = GffLine.parse(place, columns, features instanceof GtfFeatures);
                ContigNames.assemblyOf(parsed.contig()).ifPresent(this::name);
                features.add(parsed);
            }
        }

        private void name(Assembly assembly) {
            if (named != null && named != assembly) {
                throw new FormatException(
                        file, reader.location(), "one assembly, " + named + " as above", assembly.name());
            }
            named = assembly;
        }

        private Assembly assembly() {
            Assembly byLength;
            try {
                byLength = ChromosomeLengths.identify(lengths);
            } catch (InvalidValueException contradiction) {
                throw new FormatException(
                        file, Location.whole(), "regions of one assembly", contradiction.found(), contradiction);
            }
            boolean isGenome = byLength == Assembly.GRCH37 || byLength == Assembly.GRCH38;
            if (isGenome && named != null && named != byLength) {
                throw new FormatException(
                        file, Location.whole(), "one assembly", "lengths of " + byLength + " and names of " + named);
            }
            if (isGenome) {
                return byLength;
            }
            return Optional.ofNullable(named).orElse(Assembly.UNKNOWN);
        }
    }

    /** Features that wait for their transcript to be whole. */
    sealed interface FeatureTree permits Gff3Features, GtfFeatures {
        /** Whether features of this type say something about transcripts. */
        boolean concerns(String type);

        void add(GffLine line);

        /** Adds the transcripts that are whole by now, and forgets their parts. */
        void complete(List<Transcript> transcripts);
    }
}
