package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.schema.Table;
import org.newsweft.text.tone.TonePrior;

/**
 * How one analysis is scored. Gold is what people have written down by hand, so it is small: it may stand in the memory
 * of the driver. What a run has made of the articles is read from the tables that everybody queries.
 */
public interface Evaluation {
    /**
     * The article that a gold record is about, as a record of a corpus: {@code id}, {@code text} and whatever else may
     * be known of it, without the answers. Empty where gold only points at articles of a corpus of its own.
     *
     * @param gold one record of the gold file
     * @param field field of the record that holds the text, where it holds several
     */
    default Optional<Map<String, String>> article(JsonNode gold, String field) {
        return Optional.empty();
    }

    /** Whether the text has to stay as it is, because gold counts its characters. */
    default boolean needsTextAsItIs() {
        return false;
    }

    /**
     * The same where gold was not drawn as news comes.
     *
     * @param prior what share of the names in gold carries a tone
     */
    default Evaluation withPrior(TonePrior prior) {
        return this;
    }

    /**
     * Compares gold with what a run has made of its articles.
     *
     * @param gold records of the gold file
     * @param tables gives the rows of a table
     */
    Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables);
}
