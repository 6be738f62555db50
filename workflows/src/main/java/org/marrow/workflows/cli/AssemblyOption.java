package org.marrow.workflows.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;
import org.marrow.core.variant.Assembly;
import picocli.CommandLine.Option;

/** The assembly of a file whose header does not say it. */
final class AssemblyOption {
    @Option(
            names = "--assembly",
            paramLabel = "NAME",
            description = "GRCh37 or GRCh38, where the header of the input does not say it")
    private @Nullable String assembly;

    /**
     * The human assembly of a file.
     *
     * @param found by its header
     * @throws UserException with code MISMATCH when header and option contradict each other, and when neither names one
     */
    Assembly of(Path file, Assembly found) {
        if (assembly == null) {
            if (found == Assembly.GRCH37 || found == Assembly.GRCH38) {
                return found;
            }
            throw new UserException(
                    ErrorCode.MISMATCH,
                    file + ": expected contig lengths or a reference of GRCh37 or GRCh38 in the header, found "
                            + (found == Assembly.OTHER ? "another assembly" : "neither; --assembly can say it"));
        }
        Assembly stated =
                switch (assembly) {
                    case "GRCh37" -> Assembly.GRCH37;
                    case "GRCh38" -> Assembly.GRCH38;
                    default ->
                        throw new UserException(
                                ErrorCode.USAGE, "--assembly: expected GRCh37 or GRCh38, found " + assembly);
                };
        if (found != Assembly.UNKNOWN && found != stated) {
            throw new UserException(
                    ErrorCode.MISMATCH,
                    file + ": expected " + assembly + ", as --assembly says, found " + found
                            + " by its header; they are never mixed");
        }
        return stated;
    }
}
