package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.tone.roles.EventLexicon;
import org.newsweft.text.tone.roles.EventWords;
import org.newsweft.text.tone.roles.RoleLexicon;
import org.newsweft.text.tone.roles.Target;
import org.newsweft.text.tone.words.Decimals;
import org.newsweft.text.tone.words.GdeltDictionary;
import org.newsweft.text.tone.words.GdeltTone;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.SentenceWords;
import org.newsweft.text.tone.words.ToneTokens;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.ToneWord;
import org.newsweft.text.tone.words.ValenceLexicon;

/**
 * Tone of sentences, of articles, and of sentences toward the names in them. Immutable once loaded; load one per JVM and
 * share it.
 */
public final class ToneAnalyzer {
    private static final int WORDS_TOLD = 5;
    /** Longer sentences are lists. */
    private static final int WORDS_TRIED = 16;

    private static final double LEAST_EFFECT = 0.01;

    private final TargetEncoder encoder;
    private final SentenceTones sentences;
    private final TargetTones targets;
    private final GdeltDictionary dictionary;
    private final EventLexicon events;

    private ToneAnalyzer(
            TargetEncoder encoder,
            SentenceTones sentences,
            TargetTones targets,
            GdeltDictionary dictionary,
            EventLexicon events) {
        this.encoder = encoder;
        this.sentences = sentences;
        this.targets = targets;
        this.dictionary = dictionary;
        this.events = events;
    }

    /** Loads lexicons and weights from the class path. */
    public static ToneAnalyzer load(ToneModel model) {
        ValenceLexicon lexicon = ValenceLexicon.news();
        ToneVocabulary vocabulary = ToneVocabulary.load();
        EventLexicon events = EventLexicon.load();
        TargetEncoder encoder = new TargetEncoder(vocabulary, lexicon);
        SentenceEncoder sentenceEncoder = SentenceEncoder.of(encoder, lexicon);
        boolean isLexical = model == ToneModel.LEXICAL;
        SentenceToneModel ofSentences = isLexical
                ? LexicalSentenceTone.load(sentenceEncoder)
                : ConvolutionalSentenceTone.load(sentenceEncoder, vocabulary);
        TargetToneModel ofTargets = isLexical ? LexicalTargetTone.load() : ConvolutionalTargetTone.load(vocabulary);
        ToneHead head = new ToneHead(
                ToneWeights.load(isLexical ? "target_tone_lexical_head.bin" : "target_tone_head.bin"),
                TargetTones.INPUTS);
        return new ToneAnalyzer(
                encoder,
                new SentenceTones(ofSentences, encoder),
                new TargetTones(encoder, ofTargets, RoleLexicon.load(), events, head),
                GdeltDictionary.load(lexicon),
                events);
    }

    /** The tone of one sentence; neutral for an empty one. */
    public SentenceTone sentence(String sentence) {
        return sentences.of(sentence);
    }

    /**
     * The words that carried a sentence's score, the strongest first: those that the lexicons know and negations, but no
     * names, each left out to see what becomes of the score. At most {@value #WORDS_TOLD}, and none that move it by less than
     * a hundredth.
     */
    public List<ToneWord> words(String sentence) {
        SentenceWords words = encoder.words(sentence);
        ToneTokens tokens = words.tokens();
        boolean[] names = words.names();
        Set<String> tried = new LinkedHashSet<>();
        for (int i = 0; i < tokens.count() && tried.size() < WORDS_TRIED; i++) {
            String word = tokens.lowerCase(i);
            if (!names[i] && (words.value(i) != 0 || events.contains(word) || Negation.isNegation(word))) {
                tried.add(word);
            }
        }
        double score = tried.isEmpty() ? 0 : sentences.of(sentence).score();
        return tried.stream()
                .map(word -> new ToneWord(
                        word,
                        Decimals.six(score
                                - sentences.of(without(word, sentence, tokens)).score())))
                .filter(word -> Math.abs(word.effect()) >= LEAST_EFFECT)
                .sorted(Comparator.comparingDouble((ToneWord word) -> -Math.abs(word.effect()))
                        .thenComparing(ToneWord::word))
                .limit(WORDS_TOLD)
                .toList();
    }

    private static String without(String word, String sentence, ToneTokens tokens) {
        StringBuilder rest = new StringBuilder(sentence.length());
        int from = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.lowerCase(i).equals(word)) {
                rest.append(sentence, from, tokens.start(i));
                from = tokens.end(i);
            }
        }
        return rest.append(sentence, from, sentence.length()).toString();
    }

    /** The class of a sentence's score, or of a mean of such scores. */
    public ToneLabel label(double score) {
        return sentences.label(score);
    }

    /** GDELT's seven figures of a whole text. The tone of an article is the mean over its sentences, not this. */
    public GdeltTone document(String text) {
        return dictionary.figures(text);
    }

    /** Words of conflict and cooperation in a sentence. */
    public EventWords events(String sentence) {
        return events.count(encoder.words(sentence));
    }

    /**
     * The tone of a sentence toward each mention in it. Mentions with the same entity id are one target and get the same
     * tone.
     *
     * @param sentence the sentence
     * @param mentions where names stand, offsets into the sentence
     * @param entityIds whose they are, one for each mention, no null among them
     * @return one tone per mention, in their order
     * @throws IllegalArgumentException if the lists differ in length or a mention lies outside the sentence
     */
    public List<TargetTone> targets(String sentence, List<Span> mentions, List<String> entityIds) {
        if (mentions.size() != entityIds.size()) {
            throw new IllegalArgumentException(mentions.size() + " mentions but " + entityIds.size() + " entity ids");
        }
        Map<String, List<Span>> spansOf = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            Span mention = mentions.get(i);
            if (mention.end() > sentence.length()) {
                throw new IllegalArgumentException(
                        "mention " + mention + " outside a sentence of " + sentence.length() + " characters");
            }
            spansOf.computeIfAbsent(entityIds.get(i), id -> new ArrayList<>()).add(mention);
        }
        List<Target> distinct = new ArrayList<>(spansOf.size());
        spansOf.forEach((id, spans) -> distinct.add(new Target(spans, id)));
        List<TargetTone> tones = targets.of(sentence, distinct);
        Map<String, TargetTone> toneOf = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            toneOf.put(distinct.get(i).entityId(), tones.get(i));
        }
        return entityIds.stream().map(toneOf::get).toList();
    }
}
