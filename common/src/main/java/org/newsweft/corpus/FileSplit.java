package org.newsweft.corpus;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.corpus.CorpusFormat.Compression;
import org.newsweft.table.facts.CorpusFiles;

/**
 * A part of a file that one task reads: the records that begin in it, wherever they end. Where files are cut depends on
 * their size alone.
 *
 * @param file address of the file
 * @param relativePath its path within the corpus
 * @param fileBytes its size
 * @param start first byte of the part
 * @param end first byte after the part
 * @param firstRecordNo number of its first record in the file, from 0
 */
public record FileSplit(String file, String relativePath, long fileBytes, long start, long end, long firstRecordNo) {
    static final String START = "start";
    static final String END = "end";
    static final String FIRST_RECORD_NO = "first_record_no";

    /** Schema of splits whose first record is not numbered yet. */
    static final StructType SCHEMA = new StructType()
            .add(CorpusFiles.FILE.name(), DataTypes.StringType, false)
            .add(Corpus.RELATIVE_PATH, DataTypes.StringType, false)
            .add(CorpusFiles.BYTES.name(), DataTypes.LongType, false)
            .add(START, DataTypes.LongType, false)
            .add(END, DataTypes.LongType, false);

    /** The part that a row of {@link #SCHEMA} and {@link #FIRST_RECORD_NO} says. */
    static FileSplit of(Row row) {
        return new FileSplit(
                row.getAs(CorpusFiles.FILE.name()),
                row.getAs(Corpus.RELATIVE_PATH),
                row.getAs(CorpusFiles.BYTES.name()),
                row.getAs(START),
                row.getAs(END),
                row.getAs(FIRST_RECORD_NO));
    }

    /**
     * Cuts a file, if its format allows, into parts of this size; the last one may be half as long again.
     *
     * @param file row of {@link Corpus#files}
     * @return rows of {@link #SCHEMA}
     */
    static Iterator<Row> rowsOf(Row file, long bytesPerSplit) {
        String address = file.getAs(CorpusFiles.FILE.name());
        String relativePath = file.getAs(Corpus.RELATIVE_PATH);
        long bytes = file.getAs(CorpusFiles.BYTES.name());
        Optional<CorpusFormat> format = CorpusFormat.of(relativePath);
        boolean splittable = format.isPresent() && format.get().isSplittable(Compression.of(relativePath));
        List<Row> rows = new ArrayList<>();
        long start = 0;
        while (splittable && bytes - start > bytesPerSplit * 3 / 2) {
            rows.add(RowFactory.create(address, relativePath, bytes, start, start + bytesPerSplit));
            start += bytesPerSplit;
        }
        rows.add(RowFactory.create(address, relativePath, bytes, start, bytes));
        return rows.iterator();
    }

    /** True for the part that reads what stands once at the head of the file. */
    boolean isFirst() {
        return start == 0;
    }

    /** True if the file was not cut. */
    boolean isWholeFile() {
        return start == 0 && end == fileBytes;
    }
}
