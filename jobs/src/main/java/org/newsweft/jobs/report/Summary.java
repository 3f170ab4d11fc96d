package org.newsweft.jobs.report;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.jobs.engine.Changes;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.store.Warehouse;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.figures.Alerts;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.Events;
import org.newsweft.table.figures.TermKeyness;
import org.newsweft.table.schema.Granularity;

/** What stands in the tables after a run, on one screen. */
public final class Summary {
    private static final int LINES = 8;
    private static final int DAYS_OF_WEEK = 7;
    private static final String INDENT = "  ";

    private final Warehouse warehouse;
    private final PrintWriter out;

    private Summary(Warehouse warehouse, PrintWriter out) {
        this.warehouse = warehouse;
        this.out = out;
    }

    /** Prints the summary of the published tables. */
    public static void print(Warehouse warehouse, Changes changes, PrintWriter out) {
        Summary summary = new Summary(warehouse, out);
        if (changes.isNone()) {
            out.println("Nothing new in the corpus: the tables stand as they were.");
            summary.next();
            return;
        }
        summary.articles(changes);
        summary.names();
        summary.pairs();
        summary.tone();
        summary.terms();
        summary.alerts();
        summary.events();
        summary.removed();
        summary.next();
    }

    private void articles(Changes changes) {
        Dataset<Row> documents = warehouse.read(Documents.TABLE);
        Row all = documents
                .agg(
                        count("*"),
                        sum(when(Documents.IS_COPY.col(), 1L).otherwise(0L)),
                        // Dates come as text: one as an object asks the JVM for what a cluster's may not open.
                        min(Documents.PUBLISHED_ON.col()).cast("string"),
                        max(Documents.PUBLISHED_ON.col()).cast("string"),
                        sum(when(Documents.PUBLISHED_ON.col().isNull(), 1L).otherwise(0L)))
                .head();
        out.printf(
                Locale.ROOT,
                "%,d articles: %,d new, %,d read anew, %,d removed; %,d of them copies.%n",
                all.getLong(0),
                changes.added(),
                changes.changed(),
                changes.removed(),
                all.getLong(1));
        out.printf(
                Locale.ROOT,
                "Dated %s to %s; %,d without a date.%n%n",
                all.isNullAt(2) ? "-" : all.get(2),
                all.isNullAt(3) ? "-" : all.get(3),
                all.getLong(4));
        TextTable outlets = TextTable.of("outlet", "articles");
        documents
                .groupBy(coalesce(Documents.OUTLET.col(), lit("(unknown)")).as("name"))
                .agg(count("*").as("articles"))
                .orderBy(col("articles").desc(), col("name"))
                .takeAsList(LINES)
                .forEach(row -> outlets.row(row.getString(0), number(row.getLong(1))));
        outlets.print(out, INDENT);
        languages(documents);
    }

    private void languages(Dataset<Row> documents) {
        TextTable languages = TextTable.of("language", "articles");
        List<Row> counts = documents
                .where(not(Documents.isAnalysed()))
                .groupBy(Documents.LANGUAGE.col())
                .agg(count("*").as("articles"))
                .orderBy(col("articles").desc(), Documents.LANGUAGE.col())
                .takeAsList(LINES);
        if (!counts.isEmpty()) {
            counts.forEach(row -> languages.row(
                    Locale.forLanguageTag(row.getString(0)).getDisplayLanguage(Locale.ENGLISH),
                    number(row.getLong(1))));
            headed("Not in English: listed, not analysed", languages);
        }
    }

    private void names() {
        TextTable names = TextTable.of("name", "what", "mentions", "articles");
        warehouse
                .read(Entities.TABLE)
                .orderBy(Entities.MENTION_COUNT.col().desc(), Entities.ENTITY_ID.col())
                .select(
                        Entities.LABEL.col(),
                        Entities.TYPE.col(),
                        Entities.MENTION_COUNT.col(),
                        Entities.DOCUMENT_COUNT.col())
                .takeAsList(LINES)
                .forEach(row ->
                        names.row(row.getString(0), row.getString(1), number(row.getLong(2)), number(row.getLong(3))));
        headed("Named most", names);
    }

    private void pairs() {
        Column meetsInSentences = EntityCooccurrence.SCOPE
                .col()
                .equalTo("sentence")
                .and(EntityCooccurrence.GRANULARITY.col().equalTo(Granularity.ALL.code()));
        List<Row> strongest = warehouse
                .read(EntityCooccurrence.TABLE)
                .where(meetsInSentences)
                .orderBy(
                        EntityCooccurrence.N_AB.col().desc(),
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col())
                .select(
                        EntityCooccurrence.ENTITY_A.col(),
                        EntityCooccurrence.ENTITY_B.col(),
                        EntityCooccurrence.N_AB.col(),
                        EntityCooccurrence.NPMI.col())
                .takeAsList(5);
        TextTable pairs = TextTable.of("pair", "", "sentences", "npmi");
        strongest.forEach(
                row -> pairs.row(row.getString(0), row.getString(1), number(row.getLong(2)), signed(row.getDouble(3))));
        headed("Meet most often in a sentence", pairs);
        if (!strongest.isEmpty()) {
            evidence(strongest.get(0));
        }
    }

    /** The shortest sentence that is long enough to say something shows a pair best. */
    private void evidence(Row pair) {
        warehouse
                .read(CooccurrenceEvidence.TABLE)
                .where(CooccurrenceEvidence.ENTITY_A
                        .col()
                        .equalTo(pair.getString(0))
                        .and(CooccurrenceEvidence.ENTITY_B.col().equalTo(pair.getString(1))))
                .orderBy(
                        length(CooccurrenceEvidence.TEXT.col()).lt(60),
                        length(CooccurrenceEvidence.TEXT.col()),
                        CooccurrenceEvidence.DOC_ID.col())
                .select(CooccurrenceEvidence.TEXT.col())
                .takeAsList(1)
                .forEach(
                        row -> out.printf("  \u201c%s\u201d%n", row.getString(0).strip()));
    }

    private void tone() {
        TextTable tones = TextTable.of("toward", "score", "negative", "neutral", "positive");
        warehouse
                .read(EntityTone.TABLE)
                .where(EntityTone.GRANULARITY
                        .col()
                        .equalTo(Granularity.ALL.code())
                        .and(EntityTone.OUTLET.col().equalTo("(all)")))
                .join(
                        warehouse.read(Entities.TABLE).select(Entities.ENTITY_ID.col(), Entities.LABEL.col()),
                        Frames.on(Entities.ENTITY_ID.name()))
                .orderBy(EntityTone.MENTION_COUNT.col().desc(), EntityTone.ENTITY_ID.col())
                .select(
                        Entities.LABEL.col(),
                        EntityTone.SCORE.col(),
                        EntityTone.NEGATIVE_COUNT.col(),
                        EntityTone.NEUTRAL_COUNT.col(),
                        EntityTone.POSITIVE_COUNT.col())
                .takeAsList(LINES)
                .forEach(row -> tones.row(
                        row.getString(0),
                        signed(row.getDouble(1)),
                        number(row.getLong(2)),
                        number(row.getLong(3)),
                        number(row.getLong(4))));
        headed("In what tone (-1 to 1, of the sentences that name it)", tones);
    }

    /**
     * What is new in the latest week that is not thin; where there is nothing to compare it with, what marks the latest month
     * against the others; where there is only one, what most articles speak of.
     */
    private void terms() {
        Optional<Map.Entry<String, TextTable>> changes = ChangeList.latest(warehouse, Granularity.WEEK, LINES)
                .or(() -> ChangeList.latest(warehouse, Granularity.MONTH, LINES));
        changes.ifPresent(table -> headed(table.getKey(), table.getValue()));
        Dataset<Row> keyness = warehouse
                .read(TermKeyness.TABLE)
                .where(TermKeyness.GRANULARITY
                        .col()
                        .equalTo(Granularity.MONTH.code())
                        .and(TermKeyness.KIND.col().notEqual("entity")));
        if (changes.isPresent()) {
            return;
        }
        Row latest = keyness.agg(max(TermKeyness.PERIOD_START.col())).head();
        if (latest.isNullAt(0)) {
            widespread();
            return;
        }
        TextTable terms = TextTable.of("term", "articles", "elsewhere");
        keyness.where(TermKeyness.PERIOD_START.col().equalTo(latest.get(0)))
                .orderBy(TermKeyness.G2.col().desc(), TermKeyness.TERM.col())
                .select(TermKeyness.TERM.col(), TermKeyness.TARGET_COUNT.col(), TermKeyness.REFERENCE_COUNT.col())
                .takeAsList(LINES)
                .forEach(row -> terms.row(row.getString(0), number(row.getLong(1)), number(row.getLong(2))));
        headed("What marks the month of " + latest.get(0), terms);
    }

    /** What happened to what the user watches; nothing where nothing is watched. */
    private void alerts() {
        List<Row> alerts = warehouse
                .read(Alerts.TABLE)
                .orderBy(Alerts.readingOrder())
                .select(
                        Alerts.WATCHED.col(),
                        Alerts.HAPPENED.col(),
                        coalesce(Alerts.OTHER.col(), Alerts.TERM.col()),
                        Alerts.GRANULARITY.col(),
                        Alerts.PERIOD_START.col().cast("string"),
                        Alerts.COUNT.col(),
                        Alerts.BEFORE_COUNT.col())
                .takeAsList(LINES);
        if (alerts.isEmpty()) {
            return;
        }
        TextTable table = TextTable.of("watched", "what happened", "of", "period", "", "now", "before");
        alerts.forEach(row -> table.row(
                row.getString(0),
                row.getString(1).replace('_', ' '),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                number(row.getLong(5)),
                number(row.getLong(6))));
        headed("On your watch list (table alerts has all)", table);
    }

    private void widespread() {
        TextTable terms = TextTable.of("term", "articles", "times");
        warehouse
                .read(DocumentTerms.TABLE)
                .groupBy(DocumentTerms.TERM.col())
                .agg(
                        count("*").as("articles"),
                        sum(DocumentTerms.TERM_COUNT.col()).as("times"))
                .orderBy(col("articles").desc(), col("times").desc(), DocumentTerms.TERM.col())
                .takeAsList(LINES)
                .forEach(row -> terms.row(row.getString(0), number(row.getLong(1)), number(row.getLong(2))));
        headed("What they speak of (too few dated articles for a trend)", terms);
    }

    /** What happened in the last week of the corpus: the events most stories are on; single stories are none. */
    private void events() {
        Dataset<Row> events = warehouse.read(Events.TABLE);
        Column lastDay = max(Events.ENDED_ON.col());
        TextTable rows = TextTable.of("what happened", "from", "to", "articles", "outlets");
        List<Row> largest = events.crossJoin(events.agg(lastDay.as("last_day")))
                .where(datediff(col("last_day"), Events.ENDED_ON.col()).lt(DAYS_OF_WEEK))
                .where(Events.DOCUMENT_COUNT.col().gt(1))
                .orderBy(
                        Events.DOCUMENT_COUNT.col().desc(), Events.PEAK_ON.col().desc(), Events.EVENT_ID.col())
                .select(
                        coalesce(Events.TITLE.col(), lit("(no headline)")),
                        Events.STARTED_ON.col().cast("string"),
                        Events.ENDED_ON.col().cast("string"),
                        Events.DOCUMENT_COUNT.col(),
                        Events.OUTLET_COUNT.col())
                .takeAsList(LINES);
        largest.forEach(row -> rows.row(
                row.getString(0).strip(),
                row.getString(1),
                row.getString(2),
                number(row.getLong(3)),
                number(row.getLong(4))));
        if (!largest.isEmpty()) {
            headed("What happened in the last seven days of the corpus", rows);
        }
    }

    private void removed() {
        TextTable removed = TextTable.of("thrown away", "blocks", "characters");
        warehouse
                .read(Blocks.TABLE)
                .where(Blocks.IS_KEPT.col().equalTo(false))
                .groupBy(Blocks.LABEL.col())
                .agg(count("*").as("blocks"), sum(length(Blocks.TEXT.col())).as("characters"))
                .orderBy(col("characters").desc(), Blocks.LABEL.col())
                .takeAsList(LINES)
                .forEach(row -> removed.row(row.getString(0), number(row.getLong(1)), number(row.getLong(2))));
        Double share = warehouse
                .read(Documents.TABLE)
                .agg(avg(Documents.REMOVED_SHARE.col()))
                .as(org.apache.spark.sql.Encoders.DOUBLE())
                .head();
        headed(
                String.format(Locale.ROOT, "Not news: %.0f %% of an article's characters on average", 100 * share),
                removed);
        TextTable rejects = TextTable.of("refused", "files or records");
        List<Row> reasons = warehouse
                .read(Rejects.TABLE)
                .groupBy(Rejects.REASON.col())
                .agg(count("*").as("count"))
                .orderBy(Rejects.REASON.col())
                .takeAsList(LINES);
        if (!reasons.isEmpty()) {
            reasons.forEach(row -> rejects.row(row.getString(0).replace('_', ' '), number(row.getLong(1))));
            headed("Could not be read (table rejects says why)", rejects);
        }
    }

    private void next() {
        String location = warehouse.location();
        out.println();
        out.println("Next");
        out.println("  duckdb -init '" + location
                + "/views.sql'   then: SELECT * FROM entity_cooccurrence ORDER BY n_ab DESC;");
        out.println("  pandas.read_parquet('" + location + "/tables/mentions')");
    }

    private void headed(String title, TextTable table) {
        out.println();
        out.println(title);
        table.print(out, INDENT);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
