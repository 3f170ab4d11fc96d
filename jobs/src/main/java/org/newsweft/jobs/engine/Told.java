package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;

/**
 * What {@code stories} hands on: the documents as they are from now on, though not yet written.
 *
 * @param readings what was read
 * @param moved {@code doc_id} of documents that were not read anew and changed their story
 * @param changed rows of {@link Documents} to write: those read in this run, and those that moved
 * @param all rows of {@link Documents} of the whole corpus, as they are to be
 */
public record Told(Readings readings, Dataset<Row> moved, Dataset<Row> changed, Dataset<Row> all) {}
