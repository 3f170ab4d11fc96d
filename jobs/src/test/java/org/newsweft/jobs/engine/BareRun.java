package org.newsweft.jobs.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.corpus.Corpus;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.store.EntityFile;
import org.newsweft.store.PlainView;
import org.newsweft.store.Warehouse;
import org.newsweft.store.WatchFile;
import org.newsweft.text.tone.ToneModel;

/** The first run of a warehouse, as the defaults have it, for tests of single jobs. */
public final class BareRun {
    private BareRun() {}

    /**
     * The run, as no job of it yet.
     *
     * @param folder the corpus
     */
    public static RunContext of(Warehouse warehouse, Path folder, String runId) {
        CorpusSettings corpus =
                new CorpusSettings(List.of(folder.toString()), Map.of(), CorpusSettings.MAXIMUM_RECORD_BYTES);
        RunSettings settings = new RunSettings(
                corpus,
                false,
                false,
                RunSettings.GRANULARITIES,
                1,
                EntityFile.NONE,
                WatchFile.NONE,
                ToneModel.LEXICAL,
                false,
                PlainView.Mode.LINK,
                0);
        return new RunContext(
                warehouse, Corpus.at(warehouse.spark(), corpus), settings, runId, Instant.EPOCH, Map.of(), Set.of());
    }
}
