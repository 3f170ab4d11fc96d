package org.newsweft.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.table.Tables;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class WarehouseTest extends SparkTest {
    @TempDir
    private transient Path folder;

    private transient Warehouse warehouse;
    private transient PlainView view;

    @BeforeEach
    void open() {
        // A session of its own: the catalog of a session stays at the place it was first opened at.
        SparkSession session = spark().newSession();
        SparkSession.setActiveSession(session);
        warehouse = Warehouse.open(session, folder.toString());
        warehouse.createMissingTables();
        view = PlainView.of(warehouse);
    }

    @AfterEach
    void close() {
        SparkSession.clearActiveSession();
    }

    @Test
    void aTableHoldsWhatWasWrittenToIt() {
        warehouse.append(PeriodTotals.TABLE, totals(1, 2));
        warehouse.append(PeriodTotals.TABLE, totals(3));
        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).containsExactly(1L, 2L, 3L);

        warehouse.replaceAll(PeriodTotals.TABLE, totals());
        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).isEmpty();
        assertThat(warehouse.rowCount(PeriodTotals.TABLE)).isZero();
    }

    @Test
    void rowsTakeThePlaceOfThoseWithTheirKeysInOneCommit() {
        warehouse.append(PeriodTotals.TABLE, totals(1, 2));
        warehouse.append(PeriodTotals.TABLE, totals(3));
        Map<String, Long> before = warehouse.snapshots();
        Set<String> filesBefore = dataFiles();

        warehouse.replace(PeriodTotals.TABLE, totals(2, 7), totals(4, 5), PeriodTotals.DOCUMENT_COUNT);

        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).containsExactly(1L, 3L, 4L, 5L);
        assertThat(warehouse.rowCount(PeriodTotals.TABLE)).isEqualTo(4);
        // One commit, and the file that holds no such key is the same as before.
        assertThat(warehouse.load(PeriodTotals.TABLE).currentSnapshot().parentId())
                .isEqualTo(before.get(PeriodTotals.TABLE.name()));
        assertThat(dataFiles()).anyMatch(filesBefore::contains);
        assertThat(documentCounts(warehouse.readAt(PeriodTotals.TABLE, before))).containsExactly(1L, 2L, 3L);
        assertThat(documentCounts(warehouse.readAt(PeriodTotals.TABLE, Map.of())))
                .isEmpty();

        // Null equals null, and what nobody holds takes no place.
        warehouse.replace(PeriodTotals.TABLE, totals(1), totals(), PeriodTotals.PERIOD_START);
        assertThat(warehouse.rowCount(PeriodTotals.TABLE)).isZero();
        warehouse.replace(PeriodTotals.TABLE, totals(1), totals(9), PeriodTotals.DOCUMENT_COUNT);
        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).containsExactly(9L);
    }

    private Set<String> dataFiles() {
        return warehouse.read(PeriodTotals.TABLE).select("_file").distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .collect(toSet());
    }

    @Test
    void aTableOfAnOlderLakeGetsTheColumnsItLacks() {
        warehouse.append(PeriodTotals.TABLE, totals(1));
        warehouse
                .load(PeriodTotals.TABLE)
                .updateSchema()
                .deleteColumn(PeriodTotals.WORD_COUNT.name())
                .commit();

        assertThat(warehouse.createMissingTables()).isTrue();
        assertThat(warehouse.createMissingTables()).isFalse();

        warehouse.append(PeriodTotals.TABLE, totals(2));
        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).containsExactly(1L, 2L);
    }

    @Test
    void readersSeeAPublishedRunAndNothingThatCameAfterIt() {
        warehouse.append(PeriodTotals.TABLE, totals(1));
        view.publish("run1", PlainView.Mode.LINK);
        warehouse.append(PeriodTotals.TABLE, totals(2));

        assertThat(documentCounts(published(PeriodTotals.TABLE.name()))).containsExactly(1L);
        assertThat(view.current()).get().extracting(PlainView.Published::runId).isEqualTo("run1");

        view.publish("run2", PlainView.Mode.LINK);
        assertThat(documentCounts(published(PeriodTotals.TABLE.name()))).containsExactly(1L, 2L);
    }

    @Test
    void aReaderThatResolvedTheLinkStaysOnItsRun() throws IOException {
        warehouse.append(PeriodTotals.TABLE, totals(1));
        view.publish("run1", PlainView.Mode.LINK);
        Path resolved = folder.resolve("tables").toRealPath();
        warehouse.replaceAll(PeriodTotals.TABLE, totals(2));
        view.publish("run2", PlainView.Mode.LINK);

        assertThat(documentCounts(
                        spark().read().parquet(resolved.resolve("period_totals").toString())))
                .containsExactly(1L);
    }

    @Test
    void everyTableOpensEvenWithoutRows() {
        view.publish("run1", PlainView.Mode.LINK);
        Tables.published().forEach(table -> {
            Dataset<Row> opened = published(table.name());
            assertThat(opened.count()).isZero();
            assertThat(opened.columns()).isEqualTo(table.schema().fieldNames());
        });
    }

    @Test
    void copiesAreMadeWhereLinksAreNotWanted() {
        warehouse.append(PeriodTotals.TABLE, totals(1));
        view.publish("run1", PlainView.Mode.COPY);
        warehouse.replaceAll(PeriodTotals.TABLE, totals(2));
        view.publish("run2", PlainView.Mode.COPY);

        assertThat(folder.resolve("tables")).isDirectory();
        assertThat(Files.isSymbolicLink(folder.resolve("tables"))).isFalse();
        assertThat(documentCounts(published(PeriodTotals.TABLE.name()))).containsExactly(2L);
        assertThat(view.current()).get().extracting(PlainView.Published::runId).isEqualTo("run2");
    }

    @Test
    void whatARunThatDiedHadWrittenIsTakenBack() {
        warehouse.append(PeriodTotals.TABLE, totals(1));
        view.publish("run1", PlainView.Mode.LINK);
        PlainView.Published published = view.current().orElseThrow();
        warehouse.replaceAll(PeriodTotals.TABLE, totals(2));
        warehouse.append(Quotes.TABLE, quotes());

        assertThat(warehouse.rollBackTo(published.snapshots())).isTrue();
        assertThat(documentCounts(warehouse.read(PeriodTotals.TABLE))).containsExactly(1L);
        assertThat(warehouse.rowCount(Quotes.TABLE)).isZero();
        assertThat(warehouse.rollBackTo(published.snapshots())).isFalse();
    }

    @Test
    void aSecondRunIsToldThatTheFirstHoldsTheWarehouse() {
        Configuration hadoop = spark().sessionState().newHadoopConf();
        WarehouseLock.holding(folder.toString(), hadoop, () -> {
            assertThatThrownBy(() -> WarehouseLock.holding(folder.toString(), hadoop, () -> true))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageContaining("another run holds the warehouse")
                    .hasMessageContaining(folder.toString());
            return true;
        });
        assertThat(WarehouseLock.holding(folder.toString(), hadoop, () -> true)).isTrue();
    }

    private Dataset<Row> published(String table) {
        return spark().read().parquet(folder.resolve("tables").resolve(table).toString());
    }

    private Dataset<Row> totals(long... documentCounts) {
        String[] json = java.util.Arrays.stream(documentCounts)
                .mapToObj(
                        "{'granularity': 'all', 'language': 'en', 'document_count': %d, 'document_count_with_copies': 9, 'sentence_count': 9, 'word_count': 9, 'outlet_count': 1, 'is_thin': false}"
                                ::formatted)
                .toArray(String[]::new);
        return inSession(rows(PeriodTotals.TABLE, json));
    }

    private Dataset<Row> quotes() {
        return inSession(
                rows(
                        Quotes.TABLE,
                        "{'doc_id': 'a', 'sentence_no': 0, 'start': 0, 'end': 1, 'text': 'x', 'score': 0.0, 'section': 'body'}"));
    }

    private Dataset<Row> inSession(Dataset<Row> rows) {
        return warehouse.spark().createDataFrame(rows.collectAsList(), rows.schema());
    }

    private static List<Long> documentCounts(Dataset<Row> totals) {
        return totals.select(PeriodTotals.DOCUMENT_COUNT.col()).collectAsList().stream()
                .map(row -> row.getLong(0))
                .sorted()
                .toList();
    }
}
