package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Rejects;

/**
 * What {@code ingest} hands on: the documents that were read, before anything is decided about them.
 *
 * @param changes counts
 * @param documents the documents that are new or read anew: rows of {@link Documents}, each its own story so far
 * @param obsolete {@code doc_id} of changed and removed documents: what was found in their old text must go
 * @param settled file, source and reason of complaints that hold no more
 * @param refused new complaints: rows of {@link Rejects}
 */
public record Readings(
        Changes changes, Dataset<Row> documents, Dataset<Row> obsolete, Dataset<Row> settled, Dataset<Row> refused) {}
