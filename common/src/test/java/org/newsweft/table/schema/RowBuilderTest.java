package org.newsweft.table.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.figures.Runs;

class RowBuilderTest {
    @Test
    void valuesStandInTheOrderOfTheColumnsWhateverTheOrderTheyCameIn() {
        Row row = StoryPairs.TABLE
                .newRow()
                .set(StoryPairs.SIMILARITY, 0.5)
                .set(StoryPairs.DOC_B, "b")
                .set(StoryPairs.DOC_A, "a")
                .build();

        assertThat(row.mkString("|")).isEqualTo("a|b|0.5");
    }

    @Test
    void gapsAndStrangersAndOtherTypesAreRefused() {
        assertThatThrownBy(() ->
                        StoryPairs.TABLE.newRow().set(StoryPairs.DOC_A, "a").build())
                .hasMessage("no value for story_pairs.doc_b");
        assertThatThrownBy(() -> StoryPairs.TABLE.newRow().set(StoryPairs.SIMILARITY, "0.5"))
                .hasMessage("story_pairs.similarity takes no String");
        assertThatThrownBy(() -> StoryPairs.TABLE.newRow().set(StoryPairs.DOC_A, null))
                .hasMessage("story_pairs.doc_a takes no null");
        assertThatThrownBy(() -> StoryPairs.TABLE.newRow().set(Runs.VERSION, "1"))
                .hasMessage("story_pairs has no column version");
        assertThatThrownBy(() ->
                        StoryPairs.TABLE.newRow().set(StoryPairs.DOC_A, "a").set(StoryPairs.DOC_A, "b"))
                .hasMessage("story_pairs.doc_a was given before");
    }
}
