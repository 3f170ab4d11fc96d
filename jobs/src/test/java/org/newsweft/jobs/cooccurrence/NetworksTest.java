package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class NetworksTest extends SparkTest {
    @Test
    void ranksTheNodesOfAPeriod() {
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 3}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'c', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'b', 'entity_b': 'c', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'c', 'entity_b': 'd', 'n_ab': 1}",
                "{'scope': 'document', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'd', 'n_ab': 9}",
                "{'scope': 'sentence', 'granularity': 'year', 'period_start': '2013-01-01', 'entity_a': 'x', 'entity_b': 'y', 'n_ab': 2}");

        // Ranks by networkx.pagerank.
        assertRows(
                Networks.nodes(pairs).withColumn("pagerank", round(col("pagerank"), 8)),
                "granularity string, period_start date, entity_id string, degree bigint, strength bigint, pagerank double",
                "{'granularity': 'all', 'entity_id': 'a', 'degree': 2, 'strength': 4, 'pagerank': 0.31092267}",
                "{'granularity': 'all', 'entity_id': 'b', 'degree': 2, 'strength': 4, 'pagerank': 0.31092267}",
                "{'granularity': 'all', 'entity_id': 'c', 'degree': 3, 'strength': 3, 'pagerank': 0.26544518}",
                "{'granularity': 'all', 'entity_id': 'd', 'degree': 1, 'strength': 1, 'pagerank': 0.11270947}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'entity_id': 'x', 'degree': 1, 'strength': 2, 'pagerank': 0.5}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'entity_id': 'y', 'degree': 1, 'strength': 2, 'pagerank': 0.5}");
    }

    @Test
    void aCommunityBearsTheNameOfItsStrongestMember() {
        // Two triangles, one thin bridge; c and d hold the bridge, the weights make b and f the strongest.
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 9}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'c', 'n_ab': 5}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'b', 'entity_b': 'c', 'n_ab': 7}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'c', 'entity_b': 'd', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'd', 'entity_b': 'e', 'n_ab': 5}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'd', 'entity_b': 'f', 'n_ab': 6}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'e', 'entity_b': 'f', 'n_ab': 8}");

        assertRows(
                Networks.nodes(pairs),
                "entity_id string, community string",
                "{'entity_id': 'a', 'community': 'b'}",
                "{'entity_id': 'b', 'community': 'b'}",
                "{'entity_id': 'c', 'community': 'b'}",
                "{'entity_id': 'd', 'community': 'f'}",
                "{'entity_id': 'e', 'community': 'f'}",
                "{'entity_id': 'f', 'community': 'f'}");
    }
}
