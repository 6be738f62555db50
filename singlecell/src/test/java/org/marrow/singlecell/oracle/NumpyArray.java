package org.marrow.singlecell.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A numeric array of a {@code .npy} file (format 1.0, little endian, C order), as wide as a double can hold. */
public record NumpyArray(int[] shape, double[] values) {

    private static final Pattern HEADER =
            Pattern.compile("'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \\(([^)]*)\\)");

    public static NumpyArray npy(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /** The numeric arrays of an {@code .npz} file by name; text arrays are left out. */
    public static Map<String, NumpyArray> npz(Path file) throws IOException {
        Map<String, NumpyArray> arrays = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (!header(bytes).group(1).startsWith("|S")) {
                    arrays.put(entry.getName().replace(".npy", ""), parse(bytes));
                }
            }
        }
        return arrays;
    }

    public int[] ints() {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    private static Matcher header(byte[] bytes) {
        int length = (bytes[8] & 0xff) | (bytes[9] & 0xff) << 8;
        String text = new String(bytes, 10, length, StandardCharsets.US_ASCII);
        Matcher header = HEADER.matcher(text);
        if (bytes[6] != 1 || !header.find() || header.group(2).equals("True")) {
            throw new IllegalStateException("not an array that this reader knows: " + text);
        }
        return header;
    }

    private static NumpyArray parse(byte[] bytes) {
        Matcher header = header(bytes);
        int[] shape = Arrays.stream(header.group(3).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        int start = 10 + ((bytes[8] & 0xff) | (bytes[9] & 0xff) << 8);
        ByteBuffer data =
                ByteBuffer.wrap(bytes, start, bytes.length - start).slice().order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = switch (header.group(1)) {
                case "<f4" -> data.getFloat(4 * i);
                case "<f8" -> data.getDouble(8 * i);
                case "<i4" -> data.getInt(4 * i);
                case "<i8" -> data.getLong(8 * i);
                default -> throw new IllegalStateException("unknown type " + header.group(1));
            };
        }
        return new NumpyArray(shape, values);
    }
}
