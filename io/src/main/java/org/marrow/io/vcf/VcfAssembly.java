package org.marrow.io.vcf;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marrow.core.error.FormatException;
import org.marrow.core.error.InvalidValueException;
import org.marrow.core.error.Location;
import org.marrow.core.variant.Assembly;
import org.marrow.core.variant.ChromosomeLengths;

/**
 * Tells which assembly a VCF file counts on: by the lengths of its contigs, and by the names that its {@code ##reference} and
 * its contigs' {@code assembly} mention. What Marrow writes says it outright.
 */
final class VcfAssembly {
    /** The line by which Marrow's own files say it. */
    static final String OWN_KEY = "marrowAssembly";

    private static final Pattern NAME_37 = Pattern.compile("grch37|hg19|b37|hs37|g1k_v37|ncbi37");
    private static final Pattern NAME_38 = Pattern.compile("grch38|hg38|hs38|b38");

    private VcfAssembly() {}

    /** Names the assembly, or refuses a header that names two. */
    static Assembly of(Path file, VcfHeader header) {
        Map<String, Long> lengths = new HashMap<>();
        header.contigs().forEach((name, length) -> length.ifPresent(bases -> lengths.put(name, bases)));
        Assembly byLength;
        try {
            byLength = ChromosomeLengths.identify(lengths);
        } catch (InvalidValueException contradiction) {
            throw new FormatException(
                    file, Location.whole(), "##contig lengths of one assembly", contradiction.found(), contradiction);
        }
        Optional<Assembly> byName = byName(file, header);
        return switch (byLength) {
            case GRCH37, GRCH38 -> {
                if (byName.isPresent() && isGenome(byName.get()) && byName.get() != byLength) {
                    throw contradiction(file, "lengths of " + byLength, "names of " + byName.get());
                }
                yield byLength;
            }
            case OTHER -> byName.filter(named -> named == Assembly.UNKNOWN).orElse(Assembly.OTHER);
            case UNKNOWN -> byName.orElse(Assembly.UNKNOWN);
        };
    }

    private static Optional<Assembly> byName(Path file, VcfHeader header) {
        String own = header.meta().get(OWN_KEY);
        if (own != null) {
            for (Assembly assembly : Assembly.values()) {
                if (assembly.name().equals(own)) {
                    return Optional.of(assembly);
                }
            }
            throw new FormatException(
                    file, Location.whole(), "##" + OWN_KEY + "=GRCH37, GRCH38, OTHER or UNKNOWN", own);
        }
        Optional<Assembly> found = Optional.empty();
        for (String hint : header.referenceHints()) {
            String text = hint.toLowerCase(Locale.ROOT);
            boolean is37 = NAME_37.matcher(text).find();
            boolean is38 = NAME_38.matcher(text).find();
            // A path that mentions both, such as a folder of lifted-over files, says nothing.
            if (is37 == is38) {
                continue;
            }
            Assembly named = is37 ? Assembly.GRCH37 : Assembly.GRCH38;
            if (found.isPresent() && found.get() != named) {
                throw contradiction(file, "a name of GRCH37", "a name of GRCH38");
            }
            found = Optional.of(named);
        }
        return found;
    }

    private static boolean isGenome(Assembly assembly) {
        return assembly == Assembly.GRCH37 || assembly == Assembly.GRCH38;
    }

    private static FormatException contradiction(Path file, String one, String other) {
        return new FormatException(file, Location.whole(), "a header that names one assembly", one + " and " + other);
    }
}
