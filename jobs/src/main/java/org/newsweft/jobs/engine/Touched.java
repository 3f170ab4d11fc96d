package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code resolve} hands on to everything that counts.
 *
 * @param documents {@code doc_id} of the documents that say something else than in the published run: new, changed and
 *     removed ones, those that became a copy or ceased to be one, and those in which somebody else is meant
 * @param decided what was decided about names
 */
public record Touched(Dataset<Row> documents, Decided decided) {}
