package org.newsweft.jobs.publish;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newsweft.table.Blocks;
import org.newsweft.table.CooccurrenceChange;
import org.newsweft.table.CooccurrenceEvidence;
import org.newsweft.table.DocumentTone;
import org.newsweft.table.Documents;
import org.newsweft.table.Entities;
import org.newsweft.table.EntityCooccurrence;
import org.newsweft.table.EntityDecisions;
import org.newsweft.table.EntityNetwork;
import org.newsweft.table.EntityTone;
import org.newsweft.table.EventDocuments;
import org.newsweft.table.Events;
import org.newsweft.table.Field;
import org.newsweft.table.Mentions;
import org.newsweft.table.PairTone;
import org.newsweft.table.QualityChecks;
import org.newsweft.table.Quotes;
import org.newsweft.table.Runs;
import org.newsweft.table.Sentences;
import org.newsweft.table.SpeakerTone;
import org.newsweft.table.Table;
import org.newsweft.table.Tables;
import org.newsweft.table.TermBursts;
import org.newsweft.table.TermChanges;

/**
 * Whether keys are unique, and every id that a row names stands in the table that it is of. All of it is one pass: every row
 * hands on 64-bit hashes of its key and of the ids that it names, and they are counted once. What is found that way is looked
 * up in the rows themselves, so that two keys of one hash fail nothing.
 */
final class Keys {
    private static final String SPACE = "space";
    private static final String HASH = "hash";
    private static final String OWN = "own";
    private static final String NAMING = "naming";
    private static final String CHECK = "check";
    private static final String VALUE = "value";

    /**
     * Ids in one table that must stand in another.
     *
     * @param name name of the check
     * @param table the table that names them
     * @param ids the columns that do; a row in which one is null names none
     * @param of the table that has them as its key
     */
    record Relation(String name, Table table, List<Field> ids, Table of) {}

    static final List<Relation> RELATIONS = List.of(
            relation("orphan_blocks", Blocks.TABLE, Documents.TABLE, Blocks.DOC_ID),
            relation("orphan_sentences", Sentences.TABLE, Documents.TABLE, Sentences.DOC_ID),
            relation("orphan_mentions", Mentions.TABLE, Sentences.TABLE, Mentions.DOC_ID, Mentions.SENTENCE_NO),
            relation("unlisted_entities", Mentions.TABLE, Entities.TABLE, Mentions.ENTITY_ID),
            relation("orphan_quotes", Quotes.TABLE, Sentences.TABLE, Quotes.DOC_ID, Quotes.SENTENCE_NO),
            relation("unlisted_speakers", Quotes.TABLE, Entities.TABLE, Quotes.SPEAKER_ENTITY_ID),
            relation("orphan_document_tone", DocumentTone.TABLE, Documents.TABLE, DocumentTone.DOC_ID),
            relation("orphan_stories", Documents.TABLE, Documents.TABLE, Documents.STORY_ID),
            relation("orphan_decisions", EntityDecisions.TABLE, Documents.TABLE, EntityDecisions.DOC_ID),
            relation("unlisted_decisions", EntityDecisions.TABLE, Entities.TABLE, EntityDecisions.ENTITY_ID),
            relation("unlisted_pairs_a", EntityCooccurrence.TABLE, Entities.TABLE, EntityCooccurrence.ENTITY_A),
            relation("unlisted_pairs_b", EntityCooccurrence.TABLE, Entities.TABLE, EntityCooccurrence.ENTITY_B),
            relation("unlisted_changes_a", CooccurrenceChange.TABLE, Entities.TABLE, CooccurrenceChange.ENTITY_A),
            relation("unlisted_changes_b", CooccurrenceChange.TABLE, Entities.TABLE, CooccurrenceChange.ENTITY_B),
            relation("orphan_change_events", CooccurrenceChange.TABLE, Events.TABLE, CooccurrenceChange.EVENT_ID),
            relation(
                    "orphan_evidence",
                    CooccurrenceEvidence.TABLE,
                    Sentences.TABLE,
                    CooccurrenceEvidence.DOC_ID,
                    CooccurrenceEvidence.SENTENCE_NO),
            relation("unlisted_network", EntityNetwork.TABLE, Entities.TABLE, EntityNetwork.ENTITY_ID),
            relation("unlisted_entity_tone", EntityTone.TABLE, Entities.TABLE, EntityTone.ENTITY_ID),
            relation("unlisted_pair_tone_a", PairTone.TABLE, Entities.TABLE, PairTone.ENTITY_A),
            relation("unlisted_pair_tone_b", PairTone.TABLE, Entities.TABLE, PairTone.ENTITY_B),
            relation("unlisted_speaker_tone", SpeakerTone.TABLE, Entities.TABLE, SpeakerTone.ENTITY_ID),
            relation("unlisted_tone_speakers", SpeakerTone.TABLE, Entities.TABLE, SpeakerTone.SPEAKER_ENTITY_ID),
            relation("orphan_event_documents", EventDocuments.TABLE, Documents.TABLE, EventDocuments.DOC_ID),
            relation("documents_of_no_event", EventDocuments.TABLE, Events.TABLE, EventDocuments.EVENT_ID),
            relation("orphan_central_documents", Events.TABLE, Documents.TABLE, Events.CENTRAL_DOC_ID),
            relation("orphan_followed_events", Events.TABLE, Events.TABLE, Events.FOLLOWS),
            relation("orphan_term_events", TermChanges.TABLE, Events.TABLE, TermChanges.EVENT_ID),
            relation("orphan_burst_events", TermBursts.TABLE, Events.TABLE, TermBursts.EVENT_ID));

    private Keys() {}

    /** The tables that are checked: all that readers see, but for what the run writes about itself. */
    static List<Table> tables() {
        return Tables.published().stream()
                .filter(table -> !Set.of(Runs.TABLE, QualityChecks.TABLE).contains(table))
                .toList();
    }

    /** Name of the check that a table's keys are unique. */
    static String unique(Table table) {
        return "duplicate_" + table.name();
    }

    /**
     * What is not as it must be.
     *
     * @param read gives the rows of a table
     * @return rows of {@code check} and {@code value}: rows beyond the first of one key, or ids that stand nowhere; none for a
     *     check that is passed
     */
    static Dataset<Row> wrong(List<Table> tables, List<Relation> relations, Function<Table, Dataset<Row>> read) {
        Dataset<Row> hashes = tables.stream()
                .map(table -> hashes(table, tables, relations, read.apply(table)))
                .reduce(Dataset::unionAll)
                .orElseThrow();
        Dataset<Row> counted = hashes.groupBy(col(SPACE), col(HASH))
                // Plain numbers, which add up in place: sets of them would have every row sorted.
                .agg(sum(col(OWN)).as(OWN), functions.bit_or(col(NAMING)).as(NAMING))
                .where(col(OWN).notEqual(1));
        List<Column> numbers = new ArrayList<>();
        for (int number = 0; number < relations.size(); number++) {
            Column names = functions.getbit(col(NAMING), lit(number)).equalTo(1);
            numbers.add(when(col(OWN).equalTo(0).and(names), lit(number)));
        }
        numbers.add(when(col(OWN).gt(1), col(SPACE).plus(relations.size())));
        return counted.select(
                        explode(array(numbers.toArray(Column[]::new))).as("number"),
                        functions.greatest(col(OWN).minus(1), lit(1L)).as("times"))
                .where(col("number").isNotNull())
                .groupBy(col("number"))
                .agg(sum("times").as(VALUE))
                .select(nameOf(tables, relations).as(CHECK), col(VALUE));
    }

    private static Column nameOf(List<Table> tables, List<Relation> relations) {
        List<Column> names = new ArrayList<>();
        relations.forEach(relation -> names.add(lit(relation.name())));
        tables.forEach(table -> names.add(lit(unique(table))));
        return functions.element_at(
                array(names.toArray(Column[]::new)), col("number").plus(1));
    }

    private static Dataset<Row> hashes(Table table, List<Table> tables, List<Relation> relations, Dataset<Row> rows) {
        List<Column> handed = new ArrayList<>();
        handed.add(handed(tables.indexOf(table), table.key(), 1, 0));
        for (int number = 0; number < relations.size(); number++) {
            Relation relation = relations.get(number);
            if (relation.table().equals(table)) {
                Column names = relation.ids().stream()
                        .map(id -> id.col().isNotNull())
                        .reduce(Column::and)
                        .orElseThrow();
                handed.add(when(names, handed(tables.indexOf(relation.of()), relation.ids(), 0, 1L << number)));
            }
        }
        return rows.select(explode(array(handed.toArray(Column[]::new))).as("handed"))
                .where(col("handed").isNotNull())
                .select(col("handed." + SPACE), col("handed." + HASH), col("handed." + OWN), col("handed." + NAMING));
    }

    /**
     * @param own 1 for the row whose key it is
     * @param naming a bit for the relation in which it is named; 0 for none
     */
    private static Column handed(int space, List<Field> ids, long own, long naming) {
        List<Column> hashed = new ArrayList<>();
        for (Field id : ids) {
            // Null leaves a hash as it is: it is told apart by its place.
            hashed.add(id.col());
            if (!id.required()) {
                hashed.add(when(id.col().isNull(), lit(hashed.size())).otherwise(lit(0)));
            }
        }
        return functions.struct(
                lit(space).as(SPACE),
                xxhash64(hashed.toArray(Column[]::new)).as(HASH),
                lit(own).as(OWN),
                lit(naming).as(NAMING));
    }

    /**
     * The rows behind a check, to be looked at where it failed.
     *
     * @param check name of the check
     * @return what names the rows
     */
    static Dataset<Row> rows(String check, Function<Table, Dataset<Row>> read) {
        for (Table table : tables()) {
            if (unique(table).equals(check)) {
                return read.apply(table)
                        .groupBy(columns(table.key()))
                        .agg(count(lit(1)).as("rows"))
                        .where(col("rows").gt(1));
            }
        }
        Relation relation = RELATIONS.stream()
                .filter(known -> known.name().equals(check))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no check of keys: " + check));
        Column same = lit(true);
        Dataset<Row> naming = read.apply(relation.table());
        for (int part = 0; part < relation.ids().size(); part++) {
            Field id = relation.ids().get(part);
            same = same.and(
                    id.of("naming").equalTo(relation.of().key().get(part).of("named")));
            naming = naming.where(id.col().isNotNull());
        }
        Column[] shown = Stream.concat(relation.table().key().stream(), relation.ids().stream())
                .distinct()
                .map(Field::col)
                .toArray(Column[]::new);
        return naming.as("naming")
                .join(read.apply(relation.of()).as("named"), same, "left_anti")
                .select(shown);
    }

    private static Column[] columns(List<Field> fields) {
        return fields.stream().map(Field::col).toArray(Column[]::new);
    }

    private static Relation relation(String name, Table table, Table of, Field... ids) {
        return new Relation(name, table, List.of(ids), of);
    }
}
