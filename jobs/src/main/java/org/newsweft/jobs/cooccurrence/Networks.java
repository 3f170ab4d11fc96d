package org.newsweft.jobs.cooccurrence;

import static org.newsweft.table.EntityCooccurrence.*;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityNetwork;

/** Who stands in the middle, and which names belong together. */
public final class Networks {
    private static final StructType PERIOD = new StructType()
            .add(GRANULARITY.name(), GRANULARITY.type().sparkType())
            .add(PERIOD_START.name(), PERIOD_START.type().sparkType());
    private static final StructType EDGE = new StructType()
            .add(GRANULARITY.name(), GRANULARITY.type().sparkType())
            .add(PERIOD_START.name(), PERIOD_START.type().sparkType())
            .add(ENTITY_A.name(), ENTITY_A.type().sparkType())
            .add(ENTITY_B.name(), ENTITY_B.type().sparkType())
            .add(N_AB.name(), N_AB.type().sparkType());

    private Networks() {}

    /**
     * The nodes of the network of sentences, period by period. The network of a period is held in memory by the
     * executor that has it, as arrays of numbers: some 40 bytes a pair.
     *
     * @param pairs rows of {@link EntityCooccurrence}; those of scope document are ignored
     * @return rows of {@link EntityNetwork}
     */
    public static Dataset<Row> nodes(Dataset<Row> pairs) {
        FlatMapGroupsFunction<Row, Row, Row> nodes = Networks::nodes;
        Dataset<Row> rows = pairs.where(SCOPE.col().equalTo(Cooccurrence.SENTENCE))
                .select(GRANULARITY.col(), PERIOD_START.col(), ENTITY_A.col(), ENTITY_B.col(), N_AB.col())
                .groupBy(GRANULARITY.col(), PERIOD_START.col())
                .as(Encoders.row(PERIOD), Encoders.row(EDGE))
                .flatMapSortedGroups(
                        new Column[] {ENTITY_A.col(), ENTITY_B.col()},
                        nodes,
                        Encoders.row(EntityNetwork.TABLE.schema()));
        return EntityNetwork.TABLE.rows(rows);
    }

    private static Iterator<Row> nodes(Row period, Iterator<Row> edges) {
        Network.Builder builder = new Network.Builder();
        edges.forEachRemaining(edge ->
                builder.add(edge.getAs(ENTITY_A.name()), edge.getAs(ENTITY_B.name()), edge.<Long>getAs(N_AB.name())));
        return builder.build().nodes().stream()
                .map(node -> RowFactory.create(
                        period.get(0),
                        period.get(1),
                        node.entity(),
                        node.degree(),
                        node.strength(),
                        node.pagerank(),
                        node.community()))
                .iterator();
    }
}
