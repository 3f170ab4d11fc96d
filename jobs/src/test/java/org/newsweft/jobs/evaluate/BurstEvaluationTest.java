package org.newsweft.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class BurstEvaluationTest extends SparkTest {
    @Test
    void anEventIsFoundByABurstThatCoversHalfOfWhatTheTwoCoverTogether() throws JsonProcessingException {
        // 10-13 and 12-15 March share 2 of 6 days; 10-13 and 10-15 share 4 of 6.
        Dataset<Row> bursts = rows(
                TermBursts.TABLE,
                "{'granularity': 'day', 'term': 'late storm', 'started_on': '2026-03-12', 'ended_on': '2026-03-15'}",
                "{'granularity': 'day', 'term': 'long storm', 'started_on': '2026-03-10', 'ended_on': '2026-03-15'}",
                "{'granularity': 'week', 'term': 'slow storm', 'started_on': '2026-03-09', 'ended_on': '2026-03-15'}",
                "{'granularity': 'day', 'term': 'advert', 'started_on': '2026-03-01', 'ended_on': '2026-03-31'}");
        List<JsonNode> gold = gold(
                "{'kind': 'event', 'term': 'Late Storm', 'start': '2026-03-10', 'end': '2026-03-13', 'peak_share': 0.1}",
                "{'kind': 'event', 'term': 'Long Storm', 'start': '2026-03-10', 'end': '2026-03-13', 'peak_share': 0.1}",
                "{'kind': 'event', 'term': 'Slow Storm', 'start': '2026-03-09', 'end': '2026-03-15', 'peak_share': 0.3}",
                "{'kind': 'boiler-plate', 'term': 'advert', 'start': '2026-03-02', 'end': '2026-03-04'}",
                "{'kind': 'boiler-plate', 'term': 'cookies', 'start': '2026-03-02', 'end': '2026-03-04'}");

        assertThat(new BurstEvaluation().figures(gold, table -> bursts).lines())
                .containsExactly(
                        "event_0.1: 0.5000",
                        "event_0.1_n: 2",
                        "event_0.3: 0.0000",
                        "event_0.3_n: 1",
                        "false_boiler_plate: 0.5000",
                        "false_boiler_plate_n: 2");
    }

    private static List<JsonNode> gold(String... records) throws JsonProcessingException {
        List<JsonNode> gold = new ArrayList<>();
        for (String record : records) {
            gold.add(new ObjectMapper().readTree(record.replace('\'', '"')));
        }
        return gold;
    }
}
