package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;

/**
 * What {@code annotate} hands on: whom the documents name, as each document alone says it.
 *
 * @param told the documents
 * @param isEverything true if all documents were annotated, not only new and changed ones
 * @param documents {@code doc_id} of the documents that were annotated in this run
 * @param mentions rows of {@link Mentions} in them, every entity that of the document alone
 * @param quotes rows of {@link Quotes} in them, likewise
 */
public record Annotated(
        Told told, boolean isEverything, Dataset<Row> documents, Dataset<Row> mentions, Dataset<Row> quotes) {}
