package org.marrow.variants.annotate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Set;
import java.util.TreeSet;
import org.marrow.core.error.BugException;

/**
 * The transcripts that leukaemia genes are reported on, where a laboratory does not give its own list. They are MANE Select, but for
 * the genes whose mutations everybody knows by the numbers of another transcript, such as BRAF V600E: there it is the transcript
 * that MSK's panels report on. They also serve GRCh37, for which no file names MANE.
 */
public final class LeukaemiaTranscripts {
    private static final String RESOURCE = "leukaemia_transcripts.tsv";

    private LeukaemiaTranscripts() {}

    /** Accessions of RefSeq and Ensembl without versions, sorted. */
    public static Set<String> accessions() {
        Set<String> accessions = new TreeSet<>();
        try (InputStream in = LeukaemiaTranscripts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BugException(RESOURCE + " is not in the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8));
            reader.lines().skip(1).forEach(line -> {
                String[] cells = line.split("\t");
                accessions.add(cells[1]);
                accessions.add(cells[2]);
            });
        } catch (IOException failure) {
            throw new BugException(RESOURCE + " cannot be read", failure);
        }
        return accessions;
    }
}
