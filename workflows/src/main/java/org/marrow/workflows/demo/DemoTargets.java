package org.marrow.workflows.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marrow.core.error.BugException;

/**
 * Short reference sequences over known hotspots, each a contig of its own. The header of the resource file gives assembly and
 * coordinates of each.
 */
final class DemoTargets {
    static final String RESOURCE = "targets_GRCh38.fa";
    private static final Pattern HEADER = Pattern.compile(">(\\S+) (\\S+) (chr\\w+):(\\d+)-(\\d+)");

    private DemoTargets() {}

    /** The sequences, in the resource's order. */
    static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        try (InputStream stream = DemoTargets.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new BugException("resource " + RESOURCE + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
            String header = reader.readLine();
            while (header != null) {
                Matcher matcher = HEADER.matcher(header);
                String bases = reader.readLine();
                if (!matcher.matches() || bases == null) {
                    throw new BugException("resource " + RESOURCE + " is damaged at: " + header);
                }
                int start = Integer.parseInt(matcher.group(4));
                if (Integer.parseInt(matcher.group(5)) - start + 1 != bases.length()) {
                    throw new BugException("resource " + RESOURCE + " has a wrong length at: " + header);
                }
                targets.add(new Target(matcher.group(1), matcher.group(3), start, bases));
                header = reader.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return targets;
    }

    /**
     * One target.
     *
     * @param contig name in the demo's reference
     * @param chromosome of GRCh38
     * @param start on that chromosome, from 1
     * @param bases plus strand
     */
    record Target(String contig, String chromosome, int start, String bases) {

        boolean holds(DemoLesion lesion) {
            return lesion.chromosome().equals(chromosome)
                    && lesion.position() >= start
                    && lesion.position() + lesion.ref().length() <= start + bases.length();
        }
    }
}
