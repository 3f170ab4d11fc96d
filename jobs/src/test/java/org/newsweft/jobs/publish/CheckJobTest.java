package org.newsweft.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.engine.BareRun;
import org.newsweft.jobs.engine.RunContext;
import org.newsweft.store.RunFailure;
import org.newsweft.store.Warehouse;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.testing.SparkTest;

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
        return BareRun.of(warehouse, folder, runId).of(new CheckJob());
    }
}
