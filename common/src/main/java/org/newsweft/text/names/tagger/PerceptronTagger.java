package org.newsweft.text.names.tagger;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.newsweft.text.Resources;
import org.newsweft.text.Span;
import org.newsweft.text.names.lexicon.FoundBy;

/**
 * Finds names with an averaged perceptron over hashed features and a beam search (Collins 2002, "Discriminative training
 * methods for hidden Markov models"; features after Ratinov and Roth 2009, "Design challenges and misconceptions in named
 * entity recognition"). Reads the model from the class path; immutable afterwards and shared by threads.
 */
public final class PerceptronTagger implements NameTagger {
    static final String RESOURCE = "name-tagger.bin";

    /** Marks the format of the model file. */
    static final int MAGIC = 0x4E575431;

    /** Margins are divided by this many weight units before they become a confidence between 0 and 1. */
    private final float confidenceScale;

    private final TaggerLexicon lexicon;
    private final TaggerFeatures features;
    private final WeightTable weights;

    PerceptronTagger(TaggerLexicon lexicon, WeightTable weights, float confidenceScale) {
        this.lexicon = lexicon;
        this.features = new TaggerFeatures(lexicon.clusters());
        this.weights = weights;
        this.confidenceScale = confidenceScale;
    }

    /** Reads clusters and weights from the class path. */
    public static PerceptronTagger load() {
        try (InputStream stream = Resources.open(PerceptronTagger.class, RESOURCE)) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + RESOURCE, e);
        }
    }

    /** Reads weights that {@link PerceptronTrainer} wrote; the clusters come from the class path. */
    public static PerceptronTagger read(InputStream model) throws IOException {
        DataInputStream data =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(model, 1 << 16), 1 << 16));
        if (data.readInt() != MAGIC) {
            throw new IOException("not a model of the name tagger");
        }
        float scale = data.readFloat();
        int rows = data.readInt();
        WeightTable weights = new WeightTable(rows);
        int[] keys = new int[rows];
        int key = Integer.MIN_VALUE;
        for (int i = 0; i < rows; i++) {
            key += readVariable(data);
            keys[i] = key;
        }
        short[] row = new short[TagSet.SIZE];
        for (int i = 0; i < rows; i++) {
            WeightTable.readRow(data, row);
            weights.put(keys[i], row);
        }
        return new PerceptronTagger(new TaggerLexicon(WordClusters.load()), weights, scale);
    }

    static int readVariable(DataInputStream data) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int read = data.readUnsignedByte();
            value |= (read & 0x7F) << shift;
            if (read < 0x80) {
                return value;
            }
        }
    }

    @Override
    public FoundBy foundBy() {
        return FoundBy.MODEL;
    }

    @Override
    public List<TaggedName> tag(String text, List<Span> sentences) {
        TaggerText prepared = new TaggerText(text, sentences, lexicon);
        BeamDecoder decoder = new BeamDecoder(prepared, features, weights);
        int[] labels = decoder.decode();
        List<TaggedName> names = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (label == TagSet.OUTSIDE) {
                continue;
            }
            int position = TagSet.positionOf(label);
            from = position == TagSet.BEGIN || position == TagSet.UNIT ? i : from;
            if (position == TagSet.LAST || position == TagSet.UNIT) {
                Span span = new Span(prepared.tokens.start(from), prepared.tokens.end(i));
                names.add(new TaggedName(span, TagSet.typeOf(label), confidence(decoder.margin(from, i + 1))));
            }
        }
        return List.copyOf(names);
    }

    private double confidence(int margin) {
        return 1 / (1 + Math.exp(-margin / confidenceScale));
    }
}
