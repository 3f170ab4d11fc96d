package org.newsweft.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.newsweft.jobs.publish.Drift.Change;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.QualityChecks;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class DriftTest extends SparkTest {
    @Test
    void levelsAreThoseOfTheWholeCorpus() {
        assertThat(Drift.levels(
                        rows(
                                Documents.TABLE,
                                "{'doc_id': 'a', 'outlet': 'Mail', 'published_on': '2013-04-15'}",
                                "{'doc_id': 'b', 'outlet': 'Mail'}",
                                "{'doc_id': 'c'}",
                                "{'doc_id': 'd', 'outlet': 'Herald', 'published_on': '2013-04-15'}"),
                        rows(DocumentTone.TABLE, "{'score': 0.5}", "{'score': -0.25}"),
                        6,
                        1))
                .isEqualTo(Map.of(
                        "documents", 4.0,
                        "reject_share", 0.2,
                        "mentions_per_document", 1.5,
                        "mean_tone", 0.125,
                        "undated_share", 0.5,
                        "outlet_share:Mail", 0.5,
                        "outlet_share:Herald", 0.25,
                        "outlet_share:(unknown)", 0.25));
        assertThat(Drift.levels(rows(Documents.TABLE), rows(DocumentTone.TABLE), 0, 3))
                .isEmpty();
    }

    @Test
    void theHistoryIsWhatEarlierRunsWroteDown() {
        assertThat(Drift.history(rows(
                        QualityChecks.TABLE,
                        "{'run_id': 'r1', 'check': 'level_documents', 'value': 3}",
                        "{'run_id': 'r1', 'check': 'duplicate_documents', 'value': 0}",
                        "{'run_id': 'r2', 'check': 'level_documents', 'value': 4}")))
                .isEqualTo(Map.of("r1", Map.of("documents", 3.0), "r2", Map.of("documents", 4.0)));
    }

    @Test
    void aNightLikeTheOthersPassesAndABrokenScraperDoesNot() {
        NavigableMap<String, Map<String, Double>> history = nights(7, 1000);
        // 1.0 % more documents, as every night.
        assertThat(Drift.changes(history, levels(1070, 0.9, 0.1))).hasSize(6).allMatch(Change::isPassed);

        // The pages of one outlet lost their dates: 12 % instead of 10 % are undated would pass, 15 % do not.
        assertThat(failed(history, levels(1070, 0.9, 0.12))).isEmpty();
        assertThat(failed(history, levels(1070, 0.9, 0.15))).containsExactly("drift_undated_share");
        // A third more documents than the night before, where 25 % are the least that can be too many.
        assertThat(failed(history, levels(1400, 0.9, 0.1))).containsExactly("drift_documents");
        assertThat(failed(history, levels(1300, 0.9, 0.1))).isEmpty();
        // What another outlet brought: 6 points less for the first.
        assertThat(Drift.changes(history, levels(1070, 0.84, 0.1)))
                .filteredOn(change -> !change.isPassed())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.check()).isEqualTo("drift_outlet_share");
                    assertThat(change.what()).isEqualTo("share of Mail: 0.9 -> 0.84");
                    assertThat(change.value()).isEqualTo(0.06);
                });
    }

    @Test
    void aCorpusThatAlwaysMovesMayMove() {
        NavigableMap<String, Map<String, Double>> history = new TreeMap<>();
        for (int night = 0; night < 8; night++) {
            history.put("r" + night, levels(1000 + 10 * night, 0.9, night % 2 == 0 ? 0.1 : 0.11));
        }
        // Ten times the usual point.
        assertThat(failed(history, levels(1080, 0.9, 0.2))).isEmpty();
        assertThat(failed(history, levels(1080, 0.9, 0.22))).containsExactly("drift_undated_share");
    }

    @Test
    void aShortHistoryOrASmallCorpusSetsNoLimit() {
        assertThat(Drift.changes(nights(5, 1000), levels(9000, 0.1, 0.9))).isEmpty();
        assertThat(Drift.changes(nights(6, 1000), levels(9000, 0.1, 0.9))).hasSize(6);
        assertThat(Drift.changes(nights(9, 10), levels(9000, 0.1, 0.9))).isEmpty();
        assertThat(Drift.changes(nights(9, 1000), Map.of())).isEmpty();
    }

    private static List<String> failed(NavigableMap<String, Map<String, Double>> history, Map<String, Double> now) {
        return Drift.changes(history, now).stream()
                .filter(change -> !change.isPassed())
                .map(Change::check)
                .toList();
    }

    private static NavigableMap<String, Map<String, Double>> nights(int number, int documents) {
        NavigableMap<String, Map<String, Double>> history = new TreeMap<>();
        for (int night = 0; night < number; night++) {
            history.put("r" + night, levels(documents + 10 * night, 0.9, 0.1));
        }
        return history;
    }

    /** Two outlets share the corpus. */
    private static Map<String, Double> levels(double documents, double shareOfMail, double undated) {
        return new HashMap<>(Map.of(
                "documents",
                documents,
                "reject_share",
                0.01,
                "mentions_per_document",
                20.0,
                "mean_tone",
                0.05,
                "undated_share",
                undated,
                "outlet_share:Mail",
                shareOfMail,
                "outlet_share:Herald",
                Math.rint((1 - shareOfMail) * 1000) / 1000));
    }
}
