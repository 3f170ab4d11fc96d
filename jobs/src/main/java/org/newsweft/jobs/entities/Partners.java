package org.newsweft.jobs.entities;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.newsweft.jobs.engine.Frames.computedOnce;
import static org.newsweft.jobs.engine.Frames.on;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.DocumentEntities;

/**
 * The company that names keep: persons and bodies that few documents name. Whom half of all articles name is met beside
 * everybody, and proves nothing.
 */
final class Partners {
    /** Documents that may name a partner: this share of all, or {@link #DOCUMENTS} where that is more. */
    private static final double SHARE = 0.01;

    private static final long DOCUMENTS = 10;

    private final Dataset<Row> named;
    private Dataset<Row> rows;

    /** @param named rows of {@link DocumentEntities} */
    Partners(Dataset<Row> named) {
        this.named = named;
    }

    /** The partners of every document: {@code doc_id}, {@code partner}; counted when first asked for, and once. */
    Dataset<Row> rows() {
        if (rows == null) {
            rows = computedOnce(counted());
        }
        return rows;
    }

    private Dataset<Row> counted() {
        Dataset<Row> beside = named.where(FullNames.isFullPerson()
                        .or(DocumentEntities.TYPE
                                .col()
                                .equalTo("organization")
                                .and(DocumentEntities.FORM.col().notEqual("common"))))
                .select(
                        DocumentEntities.DOC_ID.col(),
                        DocumentEntities.NAME_KEY.col().as("partner"))
                .distinct();
        Dataset<Row> most = named.agg(
                countDistinct(DocumentEntities.DOC_ID.col()).multiply(SHARE).as("most_documents"));
        Dataset<Row> few = beside.groupBy(col("partner"))
                .agg(count("*").as("documents"))
                .crossJoin(broadcast(most))
                .where(col("documents").geq(2).and(col("documents").leq(greatest(col("most_documents"), lit((double)
                        DOCUMENTS)))))
                .select(col("partner"));
        return beside.join(few, on("partner"));
    }
}
