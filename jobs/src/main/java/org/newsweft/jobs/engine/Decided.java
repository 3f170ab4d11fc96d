package org.newsweft.jobs.engine;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What {@code entities} hands on: who is meant.
 *
 * @param annotated whom the documents name
 * @param decided {@code doc_id}, {@code local_id}, {@code entity_id}, {@code label}, {@code type}, {@code reason} of
 *     every entity of every document
 * @param moved {@code doc_id}, {@code local_id}, {@code new_id}, {@code new_type} of the entities of documents that mean
 *     somebody else than the table says, or than the document alone says where it was annotated in this run
 */
public record Decided(Annotated annotated, Dataset<Row> decided, Dataset<Row> moved) {}
