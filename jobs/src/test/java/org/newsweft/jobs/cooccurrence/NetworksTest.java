package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.schema.Granularity;
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
                Networks.nodes(pairs, rows(EntityCounts.TABLE), List.of(Granularity.YEAR, Granularity.ALL))
                        .withColumn("pagerank", round(col("pagerank"), 8)),
                "granularity string, period_start date, entity_id string, degree bigint, strength bigint, pagerank double",
                "{'granularity': 'all', 'entity_id': 'a', 'degree': 2, 'strength': 4, 'pagerank': 0.31092267}",
                "{'granularity': 'all', 'entity_id': 'b', 'degree': 2, 'strength': 4, 'pagerank': 0.31092267}",
                "{'granularity': 'all', 'entity_id': 'c', 'degree': 3, 'strength': 3, 'pagerank': 0.26544518}",
                "{'granularity': 'all', 'entity_id': 'd', 'degree': 1, 'strength': 1, 'pagerank': 0.11270947}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'entity_id': 'x', 'degree': 1, 'strength': 2, 'pagerank': 0.5}",
                "{'granularity': 'year', 'period_start': '2013-01-01', 'entity_id': 'y', 'degree': 1, 'strength': 2, 'pagerank': 0.5}");
    }

    @Test
    void aCommunityIsCalledByTheMemberKnownLongestAndLabelledByTheStrongest() {
        // Two triangles, one thin bridge; c and d hold the bridge. By PageRank b and f are the strongest.
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 9}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'c', 'n_ab': 5}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'b', 'entity_b': 'c', 'n_ab': 7}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'c', 'entity_b': 'd', 'n_ab': 1}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'd', 'entity_b': 'e', 'n_ab': 5}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'd', 'entity_b': 'f', 'n_ab': 6}",
                "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'e', 'entity_b': 'f', 'n_ab': 8}");

        Dataset<Row> counts = rows(
                EntityCounts.TABLE,
                "{'entity_id': 'a', 'precision': 'day', 'period_start': '2013-04-02', 'sentences': 1}",
                "{'entity_id': 'b', 'precision': 'day', 'period_start': '2013-04-01', 'sentences': 1}",
                "{'entity_id': 'c', 'precision': 'year', 'period_start': '2013-01-01', 'sentences': 1}",
                "{'entity_id': 'e', 'precision': 'day', 'period_start': '2013-04-09', 'sentences': 1}");

        assertRows(
                Networks.nodes(pairs, counts, List.of(Granularity.ALL)),
                "entity_id string, community string, community_label string",
                "{'entity_id': 'a', 'community': 'b', 'community_label': 'b, a, c'}",
                "{'entity_id': 'b', 'community': 'b', 'community_label': 'b, a, c'}",
                "{'entity_id': 'c', 'community': 'b', 'community_label': 'b, a, c'}",
                "{'entity_id': 'd', 'community': 'e', 'community_label': 'f, e, d'}",
                "{'entity_id': 'e', 'community': 'e', 'community_label': 'f, e, d'}",
                "{'entity_id': 'f', 'community': 'e', 'community_label': 'f, e, d'}");
    }

    @Test
    void ranksAreOfTheBackboneAlone() {
        // 2,001 pairs: too many to read. A triangle is more than noise, the star around s is not.
        Dataset<Row> star = spark().range(1_998)
                .selectExpr(
                        "'sentence' as scope",
                        "'all' as granularity",
                        "cast(null as date) as period_start",
                        "'s' as entity_a",
                        "format_string('t%04d', id) as entity_b",
                        "cast(null as string) as entity_a_label",
                        "cast(null as string) as entity_b_label",
                        "1L as n_ab",
                        "1.0 as backbone_p");
        Dataset<Row> triangle = rows(
                        EntityCooccurrence.TABLE,
                        "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 'b', 'n_ab': 3, 'backbone_p': 0.01}",
                        "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'a', 'entity_b': 's', 'n_ab': 3, 'backbone_p': 0.05}",
                        "{'scope': 'sentence', 'granularity': 'all', 'entity_a': 'b', 'entity_b': 's', 'n_ab': 3, 'backbone_p': 0.0}")
                .select(
                        "scope",
                        "granularity",
                        "period_start",
                        "entity_a",
                        "entity_b",
                        "entity_a_label",
                        "entity_b_label",
                        "n_ab",
                        "backbone_p");

        Dataset<Row> nodes = Networks.nodes(star.union(triangle), rows(EntityCounts.TABLE), List.of(Granularity.ALL));
        assertRows(
                nodes.where("entity_id in ('s', 't0001')"),
                "entity_id string, degree bigint, strength bigint, backbone_degree bigint, betweenness double, community string",
                "{'entity_id': 's', 'degree': 2000, 'strength': 2004, 'backbone_degree': 2, 'betweenness': 0.0, 'community': 'a'}",
                "{'entity_id': 't0001', 'degree': 1, 'strength': 1, 'backbone_degree': 0}");
    }
}
