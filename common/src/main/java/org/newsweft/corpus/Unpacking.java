package org.newsweft.corpus;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;
import org.newsweft.corpus.CorpusFormat.Compression;

/**
 * Unpacks files. Zstandard by the library that Spark brings, which needs no native Hadoop.
 *
 * <p>Text packs to a fiftieth at best: what unpacks to a thousand times its size is made to exhaust its reader, and is
 * read no further.
 */
public final class Unpacking {
    private static final long MAXIMUM_EXPANSION = 1_000;

    /** Small files may expand more: a hundred copies of one line are no attack. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private static final int BZIP2_HEAD = 10;

    /** {@code BZh}, the size of blocks, and the mark of the first block or of the end. */
    private static final Pattern BZIP2 = Pattern.compile("425a683[1-9](314159265359|177245385090)");

    private Unpacking() {}

    /** The bytes of a file, unpacked. Closing it closes the file. */
    static InputStream of(InputStream raw, Compression compression, long fileBytes, Configuration hadoop)
            throws IOException {
        if (compression == Compression.NONE) {
            return raw;
        }
        try {
            InputStream unpacked = switch (compression) {
                case GZIP -> codec(GzipCodec.class, hadoop).createInputStream(raw);
                case BZIP2 -> codec(BZip2Codec.class, hadoop).createInputStream(beginningAsBzip2(raw));
                case ZSTANDARD -> new ZstdInputStream(raw);
                case NONE -> raw;
            };
            return new Bounded(unpacked, mostBytes(fileBytes));
        } catch (IOException | RuntimeException | LinkageError e) {
            raw.close();
            throw new IOException("cannot unpack it: " + e.getMessage(), e);
        }
    }

    /**
     * Demands that a file begins like one of bzip2: Hadoop's reader looks for the first block that it can find, and takes a
     * file without any for an empty one.
     */
    static InputStream beginningAsBzip2(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, BZIP2_HEAD);
        byte[] head = in.readNBytes(BZIP2_HEAD);
        in.unread(head);
        String shown = HexFormat.of().formatHex(head);
        if (!BZIP2.matcher(shown).matches()) {
            throw new IOException("it does not begin like a file of bzip2");
        }
        return in;
    }

    /** Bytes that a file of this size may unpack to. */
    static long mostBytes(long fileBytes) {
        return HARMLESS_BYTES + MAXIMUM_EXPANSION * fileBytes;
    }

    /** What is said of a file that unpacks to more. */
    static IOException expandsTooMuch() {
        return new IOException("it unpacks to more than " + MAXIMUM_EXPANSION + " times its size");
    }

    public static <T extends CompressionCodec> T codec(Class<T> codec, Configuration hadoop) {
        return ReflectionUtils.newInstance(codec, hadoop);
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw expandsTooMuch();
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            left -= skipped;
            return skipped;
        }
    }
}
