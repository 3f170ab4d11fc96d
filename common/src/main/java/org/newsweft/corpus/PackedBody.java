package org.newsweft.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * The body of a page in a web archive, unpacked. Crawlers write the header that the server sent and the body as they have
 * it, packed or not: what shows is believed, then the header.
 */
final class PackedBody {
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final InputStream in;
    private final List<String> encodings;
    private final int limit;

    /**
     * A body.
     *
     * @param in its bytes, without the frames of a transfer in chunks
     * @param said the headers {@code Content-Encoding}
     * @param limit bytes that a record may have
     */
    PackedBody(InputStream in, List<String> said, int limit) {
        this.in = in;
        this.limit = limit;
        this.encodings = new ArrayList<>();
        for (String header : said) {
            for (String one : header.toLowerCase(Locale.ROOT).split(",", -1)) {
                encodings.add(0, one.strip());
            }
        }
    }

    /** The bytes of the page, one more than the limit if there are more. */
    byte[] bytes() throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            return bytes;
        }
        boolean isUnpacked = false;
        for (String encoding : encodings) {
            if (encoding.equals("br")) {
                bytes = brotli(bytes);
                isUnpacked = true;
            } else if (encoding.equals("deflate")) {
                bytes = deflated(bytes);
                isUnpacked = true;
            } else if (isGzip(bytes)) {
                bytes = gzip(bytes);
                isUnpacked = true;
            }
        }
        return !isUnpacked && isGzip(bytes) ? gzip(bytes) : bytes;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == GZIP_FIRST && (bytes[1] & 0xFF) == GZIP_SECOND;
    }

    private byte[] gzip(byte[] bytes) throws IOException {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readNBytes(limit + 1);
        }
    }

    /** Some servers send the bare stream, others with the header of zlib. */
    private byte[] deflated(byte[] bytes) {
        for (boolean bare : new boolean[] {false, true}) {
            Inflater inflater = new Inflater(bare);
            try (InputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
                return unpacked.readNBytes(limit + 1);
            } catch (IOException e) {
                // The other way, or not packed at all.
            } finally {
                inflater.end();
            }
        }
        return bytes;
    }

    private byte[] brotli(byte[] bytes) throws IOException {
        if (looksPlain(bytes)) {
            return bytes;
        }
        try (InputStream unpacked = new BrotliInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readNBytes(limit + 1);
        } catch (RuntimeException e) {
            throw new IOException("no Brotli: " + e.getMessage(), e);
        }
    }

    /** Brotli has no mark of its own; a page begins with a tag. */
    private static boolean looksPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '<') {
                return true;
            }
            if (b > ' ') {
                return false;
            }
        }
        return true;
    }
}
