package org.newsweft.corpus;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.Row;

/** The records of a part of a file, one after the other; none but the current one is in memory. */
interface RecordSource extends Closeable {
    /**
     * The next record that was read or refused, as a row of {@link RecordRow#SCHEMA}; null after the last.
     *
     * @throws IOException if nothing more can be read. What was returned before stands.
     */
    Row next() throws IOException;

    @Override
    default void close() throws IOException {}
}
