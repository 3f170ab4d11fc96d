package org.newsweft.text.tone;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;

/**
 * What the linear models of tone learn from: sentences as sparse vectors of {@link #SENTENCE_SIZE} numbers, and
 * sentences as seen from a name in them, of {@link #TARGET_SIZE}. Immutable; safe to share between threads.
 */
public final class ToneExamples {
    /** Length of the vector of a sentence as a whole. */
    public static final int SENTENCE_SIZE = SentenceEncoder.FEATURES + NgramFeatures.BUCKETS;
    /** Length of the vector of a sentence with a target. */
    public static final int TARGET_SIZE = LexicalFeatures.COUNT + NgramFeatures.BUCKETS;

    /** Takes the numbers of a vector that are not zero. */
    @FunctionalInterface
    public interface Consumer {
        /** Takes one number; places ascend. */
        void accept(int place, double value);
    }

    private final TargetEncoder targets;
    private final SentenceEncoder sentences;

    private ToneExamples(TargetEncoder targets, SentenceEncoder sentences) {
        this.targets = targets;
        this.sentences = sentences;
    }

    /** Loads the word lists that the features need. */
    public static ToneExamples load() {
        ValenceLexicon lexicon = ValenceLexicon.news();
        TargetEncoder targets = new TargetEncoder(ToneVocabulary.load(), lexicon);
        return new ToneExamples(targets, SentenceEncoder.of(targets, lexicon));
    }

    /** Gives the numbers of a sentence's vector. */
    public void sentence(String sentence, Consumer consumer) {
        emit(sentences.linear(sentence), consumer);
    }

    /**
     * Gives the numbers of the vector of a sentence with a target.
     *
     * @param mentions all mentions of the target, offsets into the sentence
     */
    public void target(String sentence, List<Span> mentions, Consumer consumer) {
        MaskedSentence masked =
                targets.mask(sentence, List.of(new Target(mentions, ""))).get(0);
        emit(LexicalTargetTone.example(masked), consumer);
    }

    private static void emit(LinearExample example, Consumer consumer) {
        float[] features = example.features;
        for (int i = 0; i < features.length; i++) {
            if (features[i] != 0) {
                consumer.accept(i, features[i]);
            }
        }
        for (int bucket : example.ngrams) {
            consumer.accept(features.length + bucket, 1);
        }
    }

    /**
     * Writes the weights of a trained model as the product reads them.
     *
     * @param coefficients one row for each place of the vector, in it one number for each output
     * @param bias one number for each output
     */
    public static void write(OutputStream out, double[][] coefficients, double[] bias) throws IOException {
        LinearWeights.write(out, coefficients, bias);
    }
}
