package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.SentenceWords;
import org.newsweft.text.tone.words.ToneTokens;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ValenceLexicon;
import org.newsweft.text.tone.words.WordTraits;

/** Turns sentences with targets into what the network reads; in training and in use alike. */
public final class TargetEncoder {
    private final ToneVocabulary vocabulary;
    private final ValenceLexicon lexicon;
    private final int possessive;

    public TargetEncoder(ToneVocabulary vocabulary, ValenceLexicon lexicon) {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.possessive = vocabulary.number("'s");
    }

    /** The words of a sentence, whatever the target. */
    public SentenceWords words(String sentence) {
        return SentenceWords.of(sentence, vocabulary, lexicon);
    }

    /** The sentence as seen from each target. */
    public List<MaskedSentence> mask(String sentence, List<Target> targets) {
        SentenceWords words = words(sentence);
        boolean[] names = words.names();
        for (Target target : targets) {
            for (Span span : target.spans()) {
                markCapitalized(words.tokens(), span, names);
            }
        }
        List<MaskedSentence> masked = new ArrayList<>(targets.size());
        for (Target target : targets) {
            masked.add(MaskedSentence.of(words, names, target, possessive));
        }
        return masked;
    }

    /** Other targets are names too, wherever they stand; not so the pronouns among them. */
    private static void markCapitalized(ToneTokens tokens, Span span, boolean[] names) {
        for (int i = 0; i < tokens.count(); i++) {
            boolean inside = tokens.start(i) < span.end() && span.start() < tokens.end(i);
            if (inside && tokens.isCapitalized(i) && (WordTraits.of(tokens.lowerCase(i)) & WordTraits.PRONOUN) == 0) {
                names[i] = true;
            }
        }
    }
}
