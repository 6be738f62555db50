package org.marrow.io.h5ad;

import static java.util.Objects.requireNonNull;

import org.marrow.core.error.ErrorCode;
import org.marrow.core.error.UserException;

/** Which of an h5ad's matrices to read. */
public sealed interface MatrixChoice {

    /** The main matrix, {@code X}, with the genes of {@code var}. */
    record X() implements MatrixChoice {}

    /** {@code raw.X}, with the genes of {@code raw.var}. */
    record Raw() implements MatrixChoice {}

    /** A layer, with the genes of {@code var}. */
    record Layer(String name) implements MatrixChoice {
        public Layer {
            requireNonNull(name, "name");
        }
    }

    /**
     * The first of {@code X}, {@code layers/counts} and {@code raw.X} that holds counts; where none does, the first that holds
     * log-normalised expression. {@link MatrixLook} says how they are told apart.
     */
    record Auto() implements MatrixChoice {}

    /**
     * What a user may write: {@code auto}, {@code X}, {@code raw} or {@code layers/NAME}.
     *
     * @throws UserException with code USAGE for anything else
     */
    static MatrixChoice parse(String text) {
        if (text.equals("auto")) {
            return new Auto();
        }
        if (text.equals("X")) {
            return new X();
        }
        if (text.equals("raw")) {
            return new Raw();
        }
        if (text.startsWith("layers/") && text.length() > "layers/".length()) {
            return new Layer(text.substring("layers/".length()));
        }
        throw new UserException(ErrorCode.USAGE, "matrix: expected auto, X, raw or layers/NAME, found " + text);
    }
}
