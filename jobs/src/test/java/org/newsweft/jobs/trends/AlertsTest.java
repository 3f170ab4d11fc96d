package org.newsweft.jobs.trends;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.newsweft.store.WatchFile;
import org.newsweft.store.WatchFile.Watch;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.schema.Granularity;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class AlertsTest extends SparkTest {
    private Dataset<Row> entities() {
        return rows(
                Entities.TABLE,
                "{'entity_id': 'country:IR', 'label': 'Iran', 'aliases': ['Iran', 'Iranian']}",
                "{'entity_id': 'country:IL', 'label': 'Israel', 'aliases': ['Israel']}",
                "{'entity_id': 'person:joe-kent', 'label': 'Joe Kent', 'aliases': ['Kent']}");
    }

    private Dataset<Row> months() {
        return rows(
                PeriodTotals.TABLE,
                "{'granularity': 'month', 'period_start': '2026-02-01', 'language': 'en', 'document_count': 300, 'is_thin': false}",
                "{'granularity': 'month', 'period_start': '2026-03-01', 'language': 'en', 'document_count': 300, 'is_thin': false}",
                "{'granularity': 'month', 'period_start': '2026-04-01', 'language': 'en', 'document_count': 2, 'is_thin': true}");
    }

    private Dataset<Row> watches(Watch... watches) {
        return Alerts.watches(spark(), new WatchFile(java.util.List.of(watches)));
    }

    @Test
    void aTermThatGrowsByTheFactorOrReachesTheCountIsTold() {
        Dataset<Row> termCounts = rows(
                org.newsweft.table.counts.TermCounts.TABLE,
                CountRows.term(Granularity.DAY, "missile", 1, 1, 1, 1, 1, 1, 4));
        Dataset<Row> totals =
                Totals.of(rows(TotalCounts.TABLE, CountRows.totals(Granularity.DAY, 10, 10, 10, 10, 10, 10, 10)));
        Dataset<Row> followed = termCounts
                .select("language", "kind", "term")
                .distinct()
                .withColumn(FollowedTerms.MARKS, functions.lit(false));

        assertRows(
                Alerts.ofTerms(
                                watches(
                                        new Watch("Missile", 3.0, null),
                                        new Watch("missile", null, 4L),
                                        new Watch("MISSILE", 5.0, 9L)),
                                TermSeries.of(termCounts, totals, followed),
                                totals,
                                entities())
                        .where("granularity = 'day'"),
                "watched string, kind string, term string, period_start date, happened string, count bigint, before_count bigint, ratio double",
                "{'watched': 'Missile', 'kind': 'word', 'term': 'missile', 'period_start': '2013-04-21', 'happened': 'more', 'count': 4, 'before_count': 6, 'ratio': 4.0}",
                "{'watched': 'missile', 'kind': 'word', 'term': 'missile', 'period_start': '2013-04-21', 'happened': 'reached', 'count': 4, 'before_count': 6, 'ratio': 4.0}");
    }

    @Test
    void pairsThatMeetMoreAndWhoIsNewBesideAreTold() {
        String pair =
                "{'scope': 'sentence', 'granularity': 'month', 'period_start': '%s', 'entity_a': '%s', 'entity_b': '%s', 'n_ab': %d}";
        Dataset<Row> pairs = rows(
                EntityCooccurrence.TABLE,
                pair.formatted("2026-02-01", "country:IL", "country:IR", 6),
                pair.formatted("2026-03-01", "country:IL", "country:IR", 30),
                pair.formatted("2026-03-01", "country:IR", "person:joe-kent", 4));

        // Six sentences in the six months before are one a month.
        assertRows(
                Alerts.ofPairs(
                        watches(new Watch("Israel + Iranian", 2.0, null), new Watch("Iran", 2.0, null)),
                        pairs,
                        months(),
                        entities()),
                "watched string, kind string, term string, period_start date, happened string, other string, count bigint, before_count bigint, ratio double",
                "{'watched': 'Israel + Iranian', 'kind': 'pair', 'term': 'country:IL + country:IR', 'period_start': '2026-03-01', 'happened': 'more', 'count': 30, 'before_count': 6, 'ratio': 30.0}",
                "{'watched': 'Iran', 'kind': 'entity', 'term': 'country:IR', 'period_start': '2026-03-01', 'happened': 'new_beside', 'other': 'person:joe-kent', 'count': 4, 'before_count': 0}");
    }

    @Test
    void aToneThatTurnsIsTold() {
        String tone =
                "{'granularity': 'month', 'outlet': '(all)', 'entity_id': '%s', 'period_start': '%s', 'mention_count': 40, 'score': %s, 'ci_low': %s, 'ci_high': %s}";
        Dataset<Row> tones = rows(
                EntityTone.TABLE,
                tone.formatted("country:IR", "2026-02-01", "-0.4", "-0.5", "-0.3"),
                tone.formatted("country:IR", "2026-03-01", "0.2", "0.1", "0.3"),
                tone.formatted("country:IL", "2026-02-01", "-0.1", "-0.3", "0.1"),
                tone.formatted("country:IL", "2026-03-01", "0.05", "-0.1", "0.2"));

        assertRows(
                Alerts.ofTone(
                        watches(new Watch("Iran", 2.0, null), new Watch("Israel", 2.0, null)),
                        tones,
                        months(),
                        entities()),
                "watched string, term string, happened string, count bigint, before_count bigint, score double, before_score double",
                "{'watched': 'Iran', 'term': 'country:IR', 'happened': 'tone_turned', 'count': 40, 'before_count': 40, 'score': 0.2, 'before_score': -0.4}");
    }
}
