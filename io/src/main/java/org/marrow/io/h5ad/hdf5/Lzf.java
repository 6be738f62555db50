package org.marrow.io.h5ad.hdf5;

/** The LZF decompression of h5py's filter 32000 (format of LibLZF by Marc Lehmann). */
final class Lzf {
    private Lzf() {}

    /**
     * Inflates into an array that must become exactly full.
     *
     * @param length bytes of {@code from} that are data
     */
    static void decode(byte[] from, int length, byte[] to) {
        int in = 0;
        int out = 0;
        while (in < length) {
            int control = from[in++] & 0xff;
            if (control < 32) {
                int run = control + 1;
                require(run <= length - in && run <= to.length - out);
                System.arraycopy(from, in, to, out, run);
                in += run;
                out += run;
            } else {
                int run = control >> 5;
                if (run == 7) {
                    require(in < length);
                    run += from[in++] & 0xff;
                }
                run += 2;
                require(in < length);
                int back = ((control & 0x1f) << 8) + (from[in++] & 0xff) + 1;
                require(back <= out && run <= to.length - out);
                // Byte by byte, because the copy may reach into what it writes.
                for (int i = 0; i < run; i++) {
                    to[out] = to[out - back];
                    out++;
                }
            }
        }
        require(out == to.length);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DamageException("LZF data that fills its chunk", "damaged data");
        }
    }
}
