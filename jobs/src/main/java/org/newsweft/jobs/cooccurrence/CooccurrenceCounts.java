package org.newsweft.jobs.cooccurrence;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.newsweft.jobs.engine.Counts;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.schema.Table;

/**
 * Counts of who appears with whom, at the precision of the dates: sums of whole numbers over documents. Counts of
 * disjoint sets of documents add up, and what a document brought can be taken away by rows with negative numbers.
 *
 * <p>A unit of text is a sentence, a whole document, or a window of some sentences in a row; two entities meet in a unit
 * that names both, however often. A document that names more than 150 entities is a list: its sentences and windows
 * count, but it is no unit of scope document. Entities that are outlets of the corpus count nowhere.
 */
public final class CooccurrenceCounts {
    private static final String NAMED = "named";
    private static final String IS_LIST = "is_list";
    private static final String IS_OUTLET = "is_outlet_here";

    private CooccurrenceCounts() {}

    /**
     * What every document names: the one thing that all counts are made of.
     *
     * @param mentions rows of {@link Mentions}
     * @param documents rows of {@link Documents}
     * @param entities rows of {@link Entities}, to know the outlets; an entity that is not among them counts
     * @return one row per document that names an entity
     */
    public static Dataset<Row> namings(Dataset<Row> mentions, Dataset<Row> documents, Dataset<Row> entities) {
        Dataset<Row> outlets = entities.where(Entities.IS_OUTLET.col())
                .select(Entities.ENTITY_ID.col(), lit(true).as(IS_OUTLET));
        Dataset<Row> placed = documents.select(
                Documents.DOC_ID.col(),
                Documents.PUBLISHED_PRECISION.col().as(PairCounts.PRECISION.name()),
                when(Documents.PUBLISHED_PRECISION.col().notEqual("none"), Documents.PUBLISHED_ON.col())
                        .as(PairCounts.PERIOD_START.name()),
                Documents.OUTLET.col(),
                Documents.IS_COPY.col());
        Column mention = struct(Mentions.ENTITY_ID.col(), Mentions.SENTENCE_NO.col());
        return mentions.where(Mentions.ENTITY_ID.col().isNotNull())
                .join(broadcast(outlets), new String[] {Entities.ENTITY_ID.name()}, "left")
                .groupBy(Mentions.DOC_ID.col())
                .agg(
                        collect_set(when(col(IS_OUTLET).isNull(), mention)).as(NAMED),
                        size(collect_set(Mentions.ENTITY_ID.col()))
                                .geq(NamedDocument.LIST_FROM)
                                .as(IS_LIST))
                .join(placed, Documents.DOC_ID.name());
    }

    /**
     * Counts of pairs.
     *
     * @param namings as by {@link #namings}
     * @param reach sentences that two names may be apart in a window; 0 for no windows
     * @return rows of {@link PairCounts}
     */
    public static Dataset<Row> pairs(Dataset<Row> namings, int reach) {
        return Counts.summed(PairCounts.TABLE, rows(namings, PairCounts.TABLE, naming -> pairs(naming, reach)));
    }

    /**
     * Counts of entities.
     *
     * @param namings as by {@link #namings}
     * @param reach as for {@link #pairs}
     * @return rows of {@link EntityCounts}
     */
    public static Dataset<Row> entities(Dataset<Row> namings, int reach) {
        return Counts.summed(
                EntityCounts.TABLE, rows(stories(namings), EntityCounts.TABLE, naming -> entities(naming, reach)));
    }

    /**
     * Counts of units.
     *
     * @param namings as by {@link #namings}
     * @param reach as for {@link #pairs}
     * @return rows of {@link UnitCounts}
     */
    public static Dataset<Row> units(Dataset<Row> namings, int reach) {
        return Counts.summed(
                UnitCounts.TABLE, rows(stories(namings), UnitCounts.TABLE, naming -> units(naming, reach)));
    }

    private static Dataset<Row> stories(Dataset<Row> namings) {
        return namings.where(not(Documents.IS_COPY.col()));
    }

    private static Dataset<Row> rows(Dataset<Row> namings, Table table, RowsOf<Row> rows) {
        FlatMapFunction<Row, Row> flatMap = rows::of;
        return namings.flatMap(flatMap, Encoders.row(table.schema()));
    }

    /** Rows of counts that one document brings. */
    @FunctionalInterface
    private interface RowsOf<T> extends java.io.Serializable {
        Iterator<Row> of(T naming);
    }

    private static Iterator<Row> pairs(Row naming, int reach) {
        long story = naming.<Boolean>getAs(Documents.IS_COPY.name()) ? 0 : 1;
        boolean isList = naming.getAs(IS_LIST);
        long document = isList ? 0 : 1;
        Object precision = naming.getAs(PairCounts.PRECISION.name());
        Object date = naming.getAs(PairCounts.PERIOD_START.name());
        Object outlet = naming.getAs(PairCounts.OUTLET.name());
        Function<NamedDocument.Count, Row> row = pair -> RowFactory.create(
                pair.a(),
                pair.b(),
                precision,
                date,
                outlet,
                story * pair.sentences(),
                pair.sentences(),
                pair.sentences() > 0 ? story : 0,
                story * document,
                document,
                story * pair.windows(),
                pair.windows(),
                pair.windows() > 0 ? story : 0);
        return mapped(named(naming, reach).pairs(!isList), row);
    }

    private static Iterator<Row> entities(Row naming, int reach) {
        long document = naming.<Boolean>getAs(IS_LIST) ? 0 : 1;
        return mapped(
                named(naming, reach).entities().iterator(),
                entity -> RowFactory.create(
                        entity.a(),
                        naming.getAs(EntityCounts.PRECISION.name()),
                        naming.getAs(EntityCounts.PERIOD_START.name()),
                        entity.sentences(),
                        document,
                        entity.windows()));
    }

    private static Iterator<Row> units(Row naming, int reach) {
        NamedDocument.Count all = named(naming, reach).all();
        // A document that names outlets alone is no unit.
        long document = naming.<Boolean>getAs(IS_LIST) || all.sentences() == 0 ? 0 : 1;
        return List.of(RowFactory.create(
                        naming.getAs(UnitCounts.PRECISION.name()),
                        naming.getAs(UnitCounts.PERIOD_START.name()),
                        all.sentences(),
                        document,
                        all.windows(),
                        all.sentences() == 0 ? 0L : 1L))
                .iterator();
    }

    private static NamedDocument named(Row naming, int reach) {
        List<Row> mentions = naming.getList(naming.fieldIndex(NAMED));
        return NamedDocument.of(
                mentions.stream()
                        .map(mention -> new NamedDocument.Mention(mention.getString(0), mention.getLong(1)))
                        .toList(),
                reach);
    }

    private static Iterator<Row> mapped(Iterator<NamedDocument.Count> counts, Function<NamedDocument.Count, Row> row) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return counts.hasNext();
            }

            @Override
            public Row next() {
                return row.apply(counts.next());
            }
        };
    }
}
