package org.newsweft.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.newsweft.corpus.CorpusFormat.Compression;

/**
 * The pages of a web archive: HTML that was answered with status 200 in a WARC file, extracted text in a WET file. All
 * other records (requests, revisits, images, errors) are no articles: they have no row, but count in the numbering.
 *
 * <p>An archive is read by one task, from one record to the next as their lengths say. To cut it, a task would have to
 * guess where a record begins by how that looks; an archive within an archive looks the same, and what is read would
 * depend on where it was cut. The guess is made only after damage, to go on with the next record.
 */
final class WarcRecords implements RecordSource {
    private static final Set<String> PAGE_TYPES = Set.of("text/html", "application/xhtml+xml");
    private static final byte[] GZIP_START = {0x1F, (byte) 0x8B, 8};
    private static final byte[] RECORD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WARC_START = "WARC/".getBytes(StandardCharsets.US_ASCII);

    /** Places that look like a record but are none, after which the rest of a damaged file is given up. */
    private static final int MOST_GUESSES = 1_000;

    private final FileSplit split;
    private final FileRows rows;
    private final Configuration hadoop;
    private final Compression compression;

    private WarcReader reader;
    private HeaderLimit channel;
    private WarcRecord record;
    private long readerStart;
    private long recordStart;
    private long recordNo = -1;
    private int guesses;

    WarcRecords(FileSplit split, FileRows rows, Configuration hadoop) throws IOException {
        this.split = split;
        this.rows = rows;
        this.hadoop = hadoop;
        this.compression = Compression.of(split.relativePath());
        open(0);
    }

    private void open(long start) throws IOException {
        FSDataInputStream raw = file();
        raw.seek(start);
        // jwarc unpacks gzip itself, member by member.
        InputStream in =
                compression == Compression.GZIP ? raw : Unpacking.of(raw, compression, split.fileBytes(), hadoop);
        readerStart = start;
        recordStart = start;
        channel = new HeaderLimit(Channels.newChannel(in));
        try {
            reader = new WarcReader(channel);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private FSDataInputStream file() throws IOException {
        Path path = new Path(split.file());
        return path.getFileSystem(hadoop).open(path);
    }

    @Override
    public Row next() throws IOException {
        while (reader != null) {
            recordNo++;
            Optional<Row> row;
            try {
                if (record != null) {
                    record.body().consume();
                }
                channel.headerFollows();
                record = reader.next().orElse(null);
                if (record == null) {
                    return null;
                }
                recordStart = readerStart + reader.position();
                row = row();
            } catch (IOException | RuntimeException e) {
                row = Optional.of(rows.refused(recordNo, RejectReason.UNREADABLE, e.toString(), 0));
                goOnAfterDamage();
            }
            if (row.isPresent()) {
                return row.get();
            }
        }
        return null;
    }

    private Optional<Row> row() throws IOException {
        channel.bodyFollows();
        if (record instanceof WarcConversion conversion) {
            return Optional.of(text(conversion));
        }
        if (record instanceof WarcResource resource && isPage(resource.contentType())) {
            return Optional.of(page(
                    resource.target(),
                    resource.contentType(),
                    new PackedBody(resource.body().stream(), List.of(), rows.limit())));
        }
        if (record instanceof WarcResponse response
                && response.contentType().base().equals(MediaType.HTTP)) {
            channel.headerFollows();
            HttpResponse http = response.http();
            channel.bodyFollows();
            if (http.status() == 200 && isPage(http.contentType())) {
                return Optional.of(page(
                        response.target(),
                        http.contentType(),
                        new PackedBody(http.body().stream(), http.headers().all("Content-Encoding"), rows.limit())));
            }
        }
        return Optional.empty();
    }

    private static boolean isPage(MediaType type) {
        return PAGE_TYPES.contains((type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT));
    }

    private Row page(String url, MediaType type, PackedBody body) throws IOException {
        byte[] bytes = body.bytes();
        if (bytes.length > rows.limit()) {
            return rows.tooLarge(recordNo, bytes.length);
        }
        return HtmlRecord.row(bytes, type.parameters().get("charset"), url, rows, recordNo);
    }

    private Row text(WarcConversion conversion) throws IOException {
        byte[] bytes = conversion.body().stream().readNBytes(rows.limit() + 1);
        if (bytes.length > rows.limit()) {
            return rows.tooLarge(recordNo, bytes.length);
        }
        FileRows.Decoded text = FileRows.Decoded.of(bytes);
        if (!text.isText()) {
            return rows.refused(recordNo, text.reason(), text.detail(), bytes.length);
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("url", conversion.target());
        fields.put("text", text.text());
        conversion
                .headers()
                .first("WARC-Identified-Content-Language")
                .ifPresent(languages -> fields.put("language", languages.split(",", 2)[0]));
        return rows.record(recordNo, fields, bytes.length);
    }

    /** Opens the file again at the next place that looks like a record; closes it if there is none. */
    private void goOnAfterDamage() throws IOException {
        long damagedAt = readerStart + Math.max(0, reader.position());
        reader.close();
        reader = null;
        record = null;
        if (compression != Compression.GZIP && compression != Compression.NONE) {
            return;
        }
        byte[] mark = compression == Compression.GZIP ? GZIP_START : WARC_START;
        long start = find(mark, (hasEnd(damagedAt) ? damagedAt : recordStart) + 1);
        while (start >= 0 && !isRecord(start)) {
            guesses++;
            start = guesses < MOST_GUESSES ? find(mark, start + 1) : -1;
        }
        if (start >= 0) {
            open(start);
        }
    }

    /**
     * Whether the record before a place ends there as its length says. Where it does not, the length is wrong, and the next
     * record may begin anywhere after the start of this one.
     */
    private boolean hasEnd(long place) throws IOException {
        if (compression == Compression.GZIP || place < recordStart + RECORD_END.length) {
            return true;
        }
        try (FSDataInputStream raw = file()) {
            raw.seek(Math.min(place, split.fileBytes()) - RECORD_END.length);
            return Arrays.equals(raw.readNBytes(RECORD_END.length), RECORD_END);
        }
    }

    private boolean isRecord(long start) throws IOException {
        try (FSDataInputStream raw = file()) {
            raw.seek(start);
            InputStream in = compression == Compression.GZIP ? new GZIPInputStream(raw) : raw;
            return Arrays.equals(in.readNBytes(WARC_START.length), WARC_START);
        } catch (IOException e) {
            return false;
        }
    }

    /** First place of a mark at or after a place in the file, or -1. */
    private long find(byte[] mark, long from) throws IOException {
        try (FSDataInputStream raw = file()) {
            raw.seek(Math.min(from, split.fileBytes()));
            InputStream in = new BufferedInputStream(raw, 64 * 1024);
            long position = from;
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                position++;
                // No mark begins with a part of itself but for its first byte.
                matched = b == (mark[matched] & 0xFF) ? matched + 1 : b == (mark[0] & 0xFF) ? 1 : 0;
                if (matched == mark.length) {
                    return position - mark.length;
                }
            }
            return -1;
        }
    }

    /** Refuses headers without end, which jwarc would take into memory whole. */
    private static final class HeaderLimit implements ReadableByteChannel {
        /** Bytes of the file: a header has some hundred, and packed they may be a thousandth of what they stand for. */
        private static final long MOST_BYTES = 64 * 1024;

        private final ReadableByteChannel in;
        private long left = MOST_BYTES;

        HeaderLimit(ReadableByteChannel in) {
            this.in = in;
        }

        void headerFollows() {
            left = MOST_BYTES;
        }

        void bodyFollows() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            int read = in.read(bytes);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new IOException("a header of more than " + MOST_BYTES + " bytes");
            }
            return read;
        }

        @Override
        public boolean isOpen() {
            return in.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
