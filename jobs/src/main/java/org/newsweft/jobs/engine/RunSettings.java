package org.newsweft.jobs.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.newsweft.corpus.CorpusSettings;
import org.newsweft.store.EntityFile;
import org.newsweft.store.PlainView;
import org.newsweft.store.WatchFile;
import org.newsweft.table.schema.Granularity;
import org.newsweft.text.tone.ToneModel;

/**
 * What the user asked a run to do.
 *
 * @param corpus where the corpus is and how it is read
 * @param keepBoilerplate true to take every text as it is
 * @param dropRemoved true to forget documents that vanished from the corpus
 * @param granularities periods that pairs and tones are counted in
 * @param minimumSupport smallest n_ab of a pair that gets a row; by document 2 at least in corpora of 1,000 stories and more
 * @param entities what the user knows of entities
 * @param watch what the user keeps an eye on
 * @param toneModel how tone is judged
 * @param full true to read and analyse everything anew
 * @param publish how the plain view is made
 * @param window sentences that two names may be apart in scope window; 0 for no such scope
 */
public record RunSettings(
        CorpusSettings corpus,
        boolean keepBoilerplate,
        boolean dropRemoved,
        Set<Granularity> granularities,
        long minimumSupport,
        EntityFile entities,
        WatchFile watch,
        ToneModel toneModel,
        boolean full,
        PlainView.Mode publish,
        int window) {
    /** Periods that are counted unless the user asks for others. */
    public static final Set<Granularity> GRANULARITIES = Set.of(Granularity.MONTH, Granularity.YEAR, Granularity.ALL);

    public RunSettings {
        Objects.requireNonNull(corpus, "corpus is null");
        Objects.requireNonNull(entities, "entities is null");
        Objects.requireNonNull(watch, "watch is null");
        Objects.requireNonNull(toneModel, "toneModel is null");
        Objects.requireNonNull(publish, "publish is null");
        granularities = Set.copyOf(granularities);
        if (granularities.isEmpty()) {
            throw new IllegalArgumentException("no granularity given");
        }
        if (minimumSupport < 1) {
            throw new IllegalArgumentException("minimum support must be 1 or more, not " + minimumSupport);
        }
        if (window < 0) {
            throw new IllegalArgumentException("--window must be 1 or more sentences, not " + window);
        }
    }

    /**
     * The settings that decide what is read out of a text, as JSON with sorted keys: where they or the version differ
     * from the run before, every document is analysed anew.
     */
    public String readingJson() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("boilerplate", keepBoilerplate ? "keep" : "remove");
        node.put("fields", new TreeMap<>(corpus.fieldNames()).toString());
        node.put("maximum_record_bytes", corpus.maximumRecordBytes());
        node.put("sentiment", toneModel.name().toLowerCase(Locale.ROOT));
        return node.toString();
    }

    /**
     * The settings that decide who is meant and what is counted, as JSON with sorted keys: where they differ from the run before, the
     * figures are counted anew even if no document is new.
     */
    public String countingJson() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put(
                "granularity",
                granularities.stream().sorted().map(Granularity::code).toList().toString());
        node.put("min_support", minimumSupport);
        node.put("window", window);
        node.put("entities", entities.hash());
        if (!watch.watches().isEmpty()) {
            node.put("watch", watch.watches().toString());
        }
        return node.toString();
    }
}
