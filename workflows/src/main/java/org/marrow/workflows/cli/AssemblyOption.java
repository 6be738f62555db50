package org.marrow.workflows.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.variant.Assembly;
import picocli.CommandLine.Option;

/** The assembly of a file whose header does not say it. Header and option have to agree. */
final class AssemblyOption {
    private static final Map<String, Assembly> HUMAN = Map.of("GRCh37", Assembly.GRCH37, "GRCh38", Assembly.GRCH38);
    private static final String OTHER = "other";

    @Option(
            names = "--assembly",
            paramLabel = "NAME",
            description = "GRCh37, GRCh38 or, for risk, other; where the header of the input does not say it")
    private @Nullable String assembly;

    /** As the user wrote it. */
    Optional<String> text() {
        return Optional.ofNullable(assembly);
    }

    /**
     * The human assembly of a file.
     *
     * @param found by its header
     * @throws UserException with code MISMATCH when header and option contradict each other, and when neither names one
     */
    Assembly human(Path file, Assembly found) {
        if (assembly != null) {
            Assembly stated = HUMAN.get(assembly);
            if (stated == null) {
                throw new UserException(ErrorCode.USAGE, "--assembly: expected GRCh37 or GRCh38, found " + assembly);
            }
            return agreed(file, found, stated);
        }
        if (HUMAN.containsValue(found)) {
            return found;
        }
        throw new UserException(
                ErrorCode.MISMATCH,
                file + ": expected contig lengths or a reference of GRCh37 or GRCh38 in the header, found "
                        + (found == Assembly.OTHER ? "another assembly" : "neither; --assembly can say it"));
    }

    /**
     * The assembly of a file that may be any, or unknown.
     *
     * @throws UserException with code MISMATCH when header and option contradict each other
     */
    Assembly any(Path file, Assembly found) {
        if (assembly == null) {
            return found;
        }
        Assembly stated = assembly.equals(OTHER) ? Assembly.OTHER : HUMAN.get(assembly);
        if (stated == null) {
            throw new UserException(ErrorCode.USAGE, "--assembly: expected GRCh37, GRCh38 or other, found " + assembly);
        }
        return agreed(file, found, stated);
    }

    private Assembly agreed(Path file, Assembly found, Assembly stated) {
        if (found != Assembly.UNKNOWN && found != stated) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    file + ": expected " + assembly + ", as --assembly or the samplesheet says, found " + found
                            + " by its header. Correct whichever is wrong; they are never mixed.");
        }
        return stated;
    }
}
