package org.newsweft.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsweft.store.LakeColumns.Fault;
import org.newsweft.store.LakeColumns.Faulty;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.figures.PeriodTotals;

@SuppressWarnings("serial")
class LakeColumnsTest extends LakeTest {
    @Test
    void whatTheFilesSayOfTheirColumnsIsHeldAgainstTheContract() {
        run("run1", 1, 2);
        assertThat(warehouse.faults(StoryPairs.TABLE)).isEmpty();
        assertThat(warehouse.faults(PeriodTotals.TABLE)).isEmpty();

        warehouse.append(StoryPairs.TABLE, similarity("'NaN'"));
        warehouse.append(StoryPairs.TABLE, similarity("'-Infinity'"));
        assertThat(warehouse.faults(StoryPairs.TABLE)).containsExactly(new Faulty("similarity", Fault.NOT_A_NUMBER, 2));

        warehouse
                .load(PeriodTotals.TABLE)
                .updateSchema()
                .deleteColumn(PeriodTotals.WORD_COUNT.name())
                .commit();
        assertThat(warehouse.faults(PeriodTotals.TABLE))
                .containsExactly(new Faulty("word_count", Fault.OTHER_SCHEMA, 1));
    }

    private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> similarity(String value) {
        return inSession(rows(StoryPairs.TABLE, "{'doc_a': 'a', 'doc_b': 'b', 'similarity': 0.5}"))
                .withColumn("similarity", org.apache.spark.sql.functions.expr("CAST(" + value + " AS DOUBLE)"));
    }
}
