package org.marrow.io.h5ad.hdf5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages that describe one group or dataset, versions 1 and 2 (specification IV.A.1). A version 2 header is checked
 * against its checksums; version 1 has none.
 */
final class ObjectHeader {
    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int EXTERNAL_FILES = 0x07;
    static final int LAYOUT = 0x08;
    static final int GROUP_INFO = 0x0a;
    static final int FILTERS = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int CONTINUATION = 0x10;
    static final int SYMBOL_TABLE = 0x11;
    static final int ATTRIBUTE_INFO = 0x15;

    /** Headers are a few hundred bytes; one link of a large group takes about 50. */
    private static final long LONGEST = 64L << 20;

    private static final int SHARED = 0x02;
    private static final int TIMES = 0x20;
    private static final int ATTRIBUTE_LIMITS = 0x10;
    private static final int CREATION_ORDER = 0x04;

    /** Address and length are those of the message's content in the file. */
    private record Message(int type, int flags, long address, long length) {}

    private final FileBytes file;
    private final List<Message> messages = new ArrayList<>();

    private ObjectHeader(FileBytes file) {
        this.file = file;
    }

    static ObjectHeader read(FileBytes file, long address) {
        ObjectHeader header = new ObjectHeader(file);
        if (file.cursor(address, 1).u8() == 1) {
            header.readVersion1(address);
        } else {
            header.readVersion2(address);
        }
        return header;
    }

    boolean has(int type) {
        return messages.stream().anyMatch(message -> message.type() == type);
    }

    /** The content of the message of this type, which may be there once. */
    Optional<Cursor> find(int type) {
        List<Cursor> found = all(type);
        if (found.size() > 1) {
            throw new DamageException("one header message of type " + type, found.size() + " of them");
        }
        return found.stream().findFirst();
    }

    Cursor require(int type, String what) {
        return find(type).orElseThrow(() -> new DamageException(what + " in the object header", "none"));
    }

    List<Cursor> all(int type) {
        List<Cursor> found = new ArrayList<>();
        for (Message message : messages) {
            if (message.type() == type) {
                if ((message.flags() & SHARED) != 0) {
                    throw new DamageException(
                            message.address(), "header messages in the object's own header", "a shared message");
                }
                found.add(file.cursor(message.address(), message.length()));
            }
        }
        return found;
    }

    private void readVersion1(long address) {
        Cursor prefix = file.cursor(address, 16);
        prefix.version(1, "an object header");
        prefix.skip(1);
        int declared = prefix.u16();
        prefix.skip(4);
        Blocks blocks = new Blocks(address + 16, prefix.u32());
        while (blocks.next() instanceof Cursor block) {
            while (block.remaining() >= 8) {
                int type = block.u16();
                int length = block.u16();
                int flags = block.u8();
                block.skip(3);
                add(type, flags, block.slice(length), blocks);
            }
        }
        // A lost or invented message would go unseen otherwise: this version has no checksum.
        if (messages.size() != declared) {
            throw new DamageException(address, declared + " header messages", messages.size() + " of them");
        }
    }

    private void readVersion2(long address) {
        Cursor prefix = file.cursor(address);
        prefix.signature("OHDR");
        prefix.version(2, "an object header");
        int flags = prefix.u8();
        if ((flags & TIMES) != 0) {
            prefix.skip(16);
        }
        if ((flags & ATTRIBUTE_LIMITS) != 0) {
            prefix.skip(4);
        }
        long length = prefix.unsigned(1 << (flags & 3));
        long start = prefix.address();
        prefix.skip(length);
        prefix.checksum("object header");
        Blocks blocks = new Blocks(start, length);
        readVersion2Messages(file.cursor(start, length), flags, blocks);
        blocks.next();
        while (blocks.next() instanceof Cursor block) {
            long content = block.remaining() - 8;
            Cursor whole = file.cursor(block.address(), block.remaining());
            whole.signature("OCHK");
            Cursor part = whole.slice(content);
            whole.checksum("object header block");
            readVersion2Messages(part, flags, blocks);
        }
    }

    private void readVersion2Messages(Cursor block, int headerFlags, Blocks blocks) {
        int prefixLength = (headerFlags & CREATION_ORDER) != 0 ? 6 : 4;
        while (block.remaining() >= prefixLength) {
            int type = block.u8();
            int length = block.u16();
            int flags = block.u8();
            block.skip(prefixLength - 4);
            add(type, flags, block.slice(length), blocks);
        }
    }

    private void add(int type, int flags, Cursor body, Blocks blocks) {
        messages.add(new Message(type, flags, body.address(), body.remaining()));
        if (type == CONTINUATION) {
            blocks.add(body.fileAddress(), body.u64());
        }
    }

    /** The blocks of one header, each read once, so that a header that continues into itself ends. */
    private final class Blocks {
        private final Deque<Cursor> waiting = new ArrayDeque<>();
        private final Set<Long> seen = new HashSet<>();
        private long total;

        Blocks(long address, long length) {
            add(address, length);
        }

        void add(long address, long length) {
            if (!seen.add(address)) {
                throw new DamageException(address, "header blocks that each come once", "one that comes twice");
            }
            waiting.add(file.cursor(address, length));
            total += length;
            if (total > LONGEST) {
                throw new DamageException(address, "an object header of at most " + LONGEST + " bytes", "a longer one");
            }
        }

        @Nullable
        Cursor next() {
            return waiting.poll();
        }
    }
}
