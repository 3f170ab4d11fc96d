package org.newsweft.table;

import java.util.List;
import org.newsweft.table.counts.EntityCounts;
import org.newsweft.table.counts.EntityToneCounts;
import org.newsweft.table.counts.PairCounts;
import org.newsweft.table.counts.PairToneCounts;
import org.newsweft.table.counts.SpeakerToneCounts;
import org.newsweft.table.counts.TermCounts;
import org.newsweft.table.counts.TotalCounts;
import org.newsweft.table.counts.UnitCounts;
import org.newsweft.table.facts.Blocks;
import org.newsweft.table.facts.CorpusFiles;
import org.newsweft.table.facts.CorpusRecords;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.DocumentVectors;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.EntityDecisions;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.OutletDates;
import org.newsweft.table.facts.OutletEvidence;
import org.newsweft.table.facts.OutletLines;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Rejects;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.facts.StoryPairs;
import org.newsweft.table.facts.StorySignatures;
import org.newsweft.table.figures.Alerts;
import org.newsweft.table.figures.CooccurrenceChange;
import org.newsweft.table.figures.CooccurrenceEvidence;
import org.newsweft.table.figures.Entities;
import org.newsweft.table.figures.EntityCooccurrence;
import org.newsweft.table.figures.EntityNetwork;
import org.newsweft.table.figures.EntityTone;
import org.newsweft.table.figures.EventDocuments;
import org.newsweft.table.figures.Events;
import org.newsweft.table.figures.PairTone;
import org.newsweft.table.figures.PeriodTotals;
import org.newsweft.table.figures.QualityChecks;
import org.newsweft.table.figures.Runs;
import org.newsweft.table.figures.SpeakerTone;
import org.newsweft.table.figures.TermBursts;
import org.newsweft.table.figures.TermChanges;
import org.newsweft.table.figures.TermKeyness;
import org.newsweft.table.figures.TermTests;
import org.newsweft.table.figures.TermTrends;
import org.newsweft.table.schema.Table;

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
