package org.marrow.io.h5ad.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The head of the file (specification II.A), versions 0 to 3: where the root group is and where the file ends. */
final class Superblock {
    static final byte[] SIGNATURE = "\u0089HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    private Superblock() {}

    /** Address of the root group's object header. */
    static long readRootAddress(FileBytes file) {
        if (file.size() < SIGNATURE.length
                || !Arrays.equals(file.cursor(0, SIGNATURE.length).array(SIGNATURE.length), SIGNATURE)) {
            throw new DamageException("an HDF5 file, which begins with 89 48 44 46 0d 0a 1a 0a", "other bytes");
        }
        Cursor in = file.cursor(0);
        in.skip(SIGNATURE.length);
        int version = in.u8();
        return switch (version) {
            case 0, 1 -> readOld(in, version);
            case 2, 3 -> readNew(in);
            default -> throw in.damaged("version 0 to 3 of the superblock", "version " + version);
        };
    }

    private static long readOld(Cursor in, int version) {
        in.version(0, "the free space");
        in.version(0, "the root group");
        in.skip(1);
        in.version(0, "shared headers");
        widths(in);
        in.skip(1);
        in.skip(8);
        in.skip(version == 1 ? 4 : 0);
        base(in);
        in.skip(8);
        end(in);
        in.skip(8);
        in.skip(8);
        return in.fileAddress();
    }

    private static long readNew(Cursor in) {
        widths(in);
        in.skip(1);
        base(in);
        in.skip(8);
        end(in);
        long root = in.fileAddress();
        in.checksum("superblock");
        return root;
    }

    private static void widths(Cursor in) {
        int offsets = in.u8();
        int lengths = in.u8();
        if (offsets != 8 || lengths != 8) {
            throw in.damaged("addresses and lengths of 8 bytes", offsets + " and " + lengths + " bytes");
        }
    }

    private static void base(Cursor in) {
        long base = in.fileAddress();
        if (base != 0) {
            throw in.damaged("addresses counted from the first byte", "a base address of " + base);
        }
    }

    private static void end(Cursor in) {
        long end = in.u64();
        long size = in.address() + in.remaining();
        if (end > size) {
            throw new DamageException("a file of " + end + " bytes", size + " bytes (truncated)");
        }
    }
}
