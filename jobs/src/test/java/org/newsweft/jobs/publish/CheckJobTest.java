package org.newsweft.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.RunContext;
import org.newsweft.jobs.RunSettings;
import org.newsweft.store.Corpus;
import org.newsweft.store.CorpusSettings;
import org.newsweft.store.EntityFile;
import org.newsweft.store.PlainView;
import org.newsweft.store.RunFailure;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WatchFile;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.QualityChecks;
import org.newsweft.testing.SparkTest;
import org.newsweft.text.tone.ToneModel;

@SuppressWarnings("serial")
class CheckJobTest extends SparkTest {
    @TempDir
    private transient Path folder;

    @AfterEach
    void forgetTheSession() {
        SparkSession.clearActiveSession();
    }

    @Test
    void aCheckThatFailsNamesTableAndRowsUnlessTheUserPublishesAnyway() {
        SparkSession session = spark().newSession();
        SparkSession.setActiveSession(session);
        Warehouse warehouse = Warehouse.open(session, folder.toString());
        warehouse.createMissingTables();
        CheckJob job = new CheckJob();
        List<String> said = new ArrayList<>();

        // Nothing was written, nothing is wrong.
        assertThat(job.run(run(warehouse, "run1"), before(0, false, said)).failed())
                .isZero();

        String row = "{'event_id': 'e', 'doc_id': 'gone', 'similarity': %s, 'is_central': true}";
        Dataset<Row> rows = rows(EventDocuments.TABLE, row.formatted("0.5"), row.formatted("0.25"));
        warehouse.append(EventDocuments.TABLE, session.createDataFrame(rows.collectAsList(), rows.schema()));
        assertThatThrownBy(() -> job.run(run(warehouse, "run2"), before(3, false, said)))
                .isInstanceOf(RunFailure.class)
                .satisfies(failure -> assertThat(((RunFailure) failure).kind()).isEqualTo(RunFailure.Kind.CHECK_FAILED))
                .hasMessageContaining("nothing was published")
                .hasMessageContaining(
                        "duplicate_event_documents of table event_documents: 1 ({\"doc_id\":\"gone\",\"rows\":2})")
                .hasMessageContaining("orphan_event_documents of table event_documents: 1 ({\"doc_id\":\"gone\"}")
                .hasMessageContaining("documents_of_no_event")
                .hasMessageContaining("lost_documents of table documents: 3 (there were 3, 0 were to go, there are 0)")
                .hasMessageContaining("--publish-anyway")
                .hasMessageNotContaining("\n");
        assertThat(said).isEmpty();

        assertThat(job.run(run(warehouse, "run3"), before(3, true, said)).failed())
                .isEqualTo(4);
        assertThat(said).singleElement().asString().startsWith("published although checks failed: ");
        assertThat(warehouse
                        .read(QualityChecks.TABLE)
                        .where(QualityChecks.PASSED.col().equalTo(false))
                        .select(QualityChecks.RUN_ID.col(), QualityChecks.CHECK.col())
                        .collectAsList()
                        .stream()
                        .map(Row::toString))
                .containsExactlyInAnyOrder(
                        "[run3,duplicate_event_documents]",
                        "[run3,orphan_event_documents]",
                        "[run3,documents_of_no_event]",
                        "[run3,lost_documents]");
    }

    private static CheckJob.Before before(long documents, boolean publishAnyway, List<String> said) {
        return new CheckJob.Before(documents, 0, true, publishAnyway, said::add);
    }

    private RunContext run(Warehouse warehouse, String runId) {
        CorpusSettings corpus =
                new CorpusSettings(List.of(folder.toString()), Map.of(), CorpusSettings.MAXIMUM_RECORD_BYTES);
        RunSettings settings = new RunSettings(
                corpus,
                false,
                false,
                RunSettings.GRANULARITIES,
                1,
                EntityFile.NONE,
                WatchFile.NONE,
                ToneModel.LEXICAL,
                false,
                PlainView.Mode.LINK,
                0);
        return new RunContext(
                        warehouse,
                        Corpus.at(warehouse.spark(), corpus),
                        settings,
                        runId,
                        Instant.EPOCH,
                        Map.of(),
                        Set.of())
                .of(new CheckJob());
    }
}
