package org.newsweft.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.SplitCompressionInputStream;
import org.apache.hadoop.io.compress.SplittableCompressionCodec.READ_MODE;
import org.apache.hadoop.mapreduce.lib.input.CompressedSplitLineReader;
import org.apache.hadoop.mapreduce.lib.input.SplitLineReader;
import org.apache.hadoop.mapreduce.lib.input.UncompressedSplitLineReader;
import org.newsweft.corpus.CorpusFormat.Compression;

/**
 * The lines that begin in a part of a file, as Hadoop's own line reader tells them. No more than the limit of a record
 * is ever held, however long the line.
 */
final class RecordLines implements Closeable {
    private static final int BUFFER = 64 * 1024;

    /** The reader counts the bytes of a line in an int: longer lines come to it in pieces. */
    private static final int PIECE = 1 << 30;

    private final SplitLineReader lines;
    private final LongSupplier position;
    private final long end;
    private final int limit;
    private final long mostBytes;
    private final Text line = new Text();
    private long consumed;
    private long length;

    private RecordLines(SplitLineReader lines, LongSupplier position, long end, int limit, long mostBytes) {
        this.lines = lines;
        this.position = position;
        this.end = end;
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    /** Opens a part of a file. */
    static RecordLines of(FileSplit split, int limit, Configuration hadoop) throws IOException {
        Path path = new Path(split.file());
        Compression compression = Compression.of(split.relativePath());
        FSDataInputStream raw = path.getFileSystem(hadoop).open(path, BUFFER);
        long mostBytes = Unpacking.mostBytes(split.end() - split.start());
        RecordLines lines;
        if (split.isWholeFile()) {
            lines = new RecordLines(
                    new SplitLineReader(Unpacking.of(raw, compression, split.fileBytes(), hadoop), hadoop, null),
                    () -> 0,
                    Long.MAX_VALUE,
                    limit,
                    Long.MAX_VALUE);
        } else if (compression == Compression.BZIP2) {
            if (split.isFirst()) {
                Unpacking.beginningAsBzip2(raw);
                raw.seek(0);
            }
            SplitCompressionInputStream unpacked = Unpacking.codec(BZip2Codec.class, hadoop)
                    .createInputStream(raw, null, split.start(), split.end(), READ_MODE.BYBLOCK);
            lines = new RecordLines(
                    new CompressedSplitLineReader(unpacked, hadoop, null),
                    () -> position(unpacked),
                    unpacked.getAdjustedEnd(),
                    limit,
                    mostBytes);
        } else {
            raw.seek(split.start());
            SplitLineReader reader = new UncompressedSplitLineReader(raw, hadoop, null, split.end() - split.start());
            lines = new RecordLines(reader, null, split.end() - split.start(), limit, mostBytes);
        }
        if (!split.isFirst()) {
            // It began in the part before, whose reader goes on to its end.
            lines.read();
        }
        return lines;
    }

    /** Goes to the next line; false after the last. */
    boolean advance() throws IOException {
        long at = position == null ? consumed : position.getAsLong();
        return (at <= end || lines.needAdditionalRecordAfterSplit()) && read();
    }

    private boolean read() throws IOException {
        length = 0;
        int piece;
        do {
            piece = lines.readLine(line, limit + 1, PIECE);
            length += piece;
            consumed += piece;
            if (consumed > mostBytes) {
                throw Unpacking.expandsTooMuch();
            }
        } while (piece >= PIECE);
        return length > 0;
    }

    /** True if the line is longer than the limit: {@link #bytes} has no more than its beginning then, if that. */
    boolean isTooLong() {
        return length > limit + 2L || line.getLength() > limit;
    }

    /** True for a line of nothing but white space. */
    boolean isBlank() {
        byte[] bytes = line.getBytes();
        for (int i = 0; i < line.getLength(); i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return !isTooLong();
    }

    /** The line without its end. */
    byte[] bytes() {
        return line.copyBytes();
    }

    /** Its bytes, with its end. */
    long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static long position(SplitCompressionInputStream in) {
        try {
            return in.getPos();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
