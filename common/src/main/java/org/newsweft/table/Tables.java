package org.newsweft.table;

import java.util.List;

/** Every table, in the order in which the nightly run fills them. */
public final class Tables {
    private static final List<Table> ALL = List.of(
            CorpusFiles.TABLE,
            CorpusRecords.TABLE,
            Documents.TABLE,
            Blocks.TABLE,
            Rejects.TABLE,
            OutletEvidence.TABLE,
            OutletLines.TABLE,
            OutletDates.TABLE,
            StorySignatures.TABLE,
            StoryPairs.TABLE,
            Sentences.TABLE,
            Mentions.TABLE,
            Quotes.TABLE,
            DocumentTone.TABLE,
            DocumentTerms.TABLE,
            DocumentEntities.TABLE,
            EntityDecisions.TABLE,
            Entities.TABLE,
            PairCounts.TABLE,
            EntityCounts.TABLE,
            UnitCounts.TABLE,
            EntityCooccurrence.TABLE,
            CooccurrenceChange.TABLE,
            CooccurrenceEvidence.TABLE,
            EntityNetwork.TABLE,
            EntityToneCounts.TABLE,
            PairToneCounts.TABLE,
            SpeakerToneCounts.TABLE,
            EntityTone.TABLE,
            PairTone.TABLE,
            SpeakerTone.TABLE,
            TotalCounts.TABLE,
            TermCounts.TABLE,
            PeriodTotals.TABLE,
            TermTrends.TABLE,
            TermTests.TABLE,
            TermChanges.TABLE,
            TermBursts.TABLE,
            TermKeyness.TABLE,
            Alerts.TABLE,
            DocumentVectors.TABLE,
            Events.TABLE,
            EventDocuments.TABLE,
            Runs.TABLE,
            QualityChecks.TABLE);

    private Tables() {}

    /** All tables, those that stay in the lake included. */
    public static List<Table> all() {
        return ALL;
    }

    /** The tables of the contract: what readers find under {@code warehouse/tables}. */
    public static List<Table> published() {
        return ALL.stream().filter(Table::published).toList();
    }
}
