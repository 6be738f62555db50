package org.marrow.variants.known;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.marrow.core.error.BugException;
import org.marrow.core.risk.EvidenceMark;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.KnownVariant;

/** The hotspots that Marrow carries: rules.md, section 10.2, from cancerhotspots.org and HD829's reference lists. */
public final class BuiltInHotspots {
    private static final String RESOURCE = "hotspots.tsv";
    private static final int COLUMNS = 8;

    private BuiltInHotspots() {}

    /** The list; both assemblies of each. */
    public static List<KnownVariant> read() {
        try (InputStream in = BuiltInHotspots.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BugException("the list of hotspots is packed with the classes");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(BuiltInHotspots::variant)
                    .toList();
        } catch (IOException failure) {
            throw new BugException("a packed file can be read", failure);
        }
    }

    private static KnownVariant variant(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new BugException("a line of the list of hotspots has " + cells.length + " cells: " + line);
        }
        return new KnownVariant(
                cells[0],
                cells[1],
                cells[4],
                Map.of(
                        Assembly.GRCH37, Integer.valueOf(cells[5]),
                        Assembly.GRCH38, Integer.valueOf(cells[6])),
                cells[2],
                cells[3],
                EvidenceMark.valueOf(cells[7]));
    }
}
