package org.marrow.io.h5ad.hdf5;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.marrow.core.error.InvalidValueException;

/** UTF-8 as HDF5 stores it, refused where it is not UTF-8. */
final class Text {
    private static final int LONGEST_SHOWN = 40;

    private Text() {}

    static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    static String decode(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException failure) {
            throw new DamageException("text in UTF-8", "bytes that are not");
        }
    }

    /**
     * The bytes of a text that is written.
     *
     * @throws InvalidValueException for a NUL, at which every reader would cut it, and for half a surrogate pair
     */
    static byte[] encode(String text) {
        InvalidValueException.check(text.indexOf(0) < 0, "text", printable(text), "text without NUL");
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException failure) {
            throw new InvalidValueException("text", printable(text), "Unicode text");
        }
    }

    /** What can be shown in one line of a message. */
    static String printable(String text) {
        String line = text.replaceAll("[^\\x20-\\x7e]", "?");
        return "\"" + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line) + "\"";
    }
}
