package org.newsweft.text.tone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsweft.text.Span;

/**
 * Tone of sentences, of articles, and of sentences toward the names in them. Immutable once loaded; load one per JVM and
 * share it.
 */
public final class ToneAnalyzer {
    private static final int WORDS_TOLD = 5;
    /** Longer sentences are lists. */
    private static final int WORDS_TRIED = 16;

    private static final double LEAST_EFFECT = 0.01;

    private final ValenceLexicon lexicon;
    private final SentenceTones sentences;
    private final TargetTones targets;
    private final GdeltDictionary dictionary;
    private final EventLexicon events;

    private ToneAnalyzer(
            ValenceLexicon lexicon,
            SentenceTones sentences,
            TargetTones targets,
            GdeltDictionary dictionary,
            EventLexicon events) {
        this.lexicon = lexicon;
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
        return new ToneAnalyzer(
                lexicon,
                new SentenceTones(ofSentences),
                new TargetTones(encoder, ofTargets, RoleLexicon.load(), events),
                GdeltDictionary.load(lexicon),
                events);
    }

    /** The tone of one sentence; neutral for an empty one. */
    public SentenceTone sentence(String sentence) {
        return sentences.of(sentence);
    }

    /**
     * The words that carried a sentence's score, the strongest first: those that the lexicons know and negations, each
     * left out once to see what becomes of the score. At most {@value #WORDS_TOLD}, and none that move it by less than
     * a hundredth.
     */
    public List<ToneWord> words(String sentence) {
        ToneTokens tokens = ToneTokens.of(sentence);
        List<ToneWord> words = new ArrayList<>();
        double score = Double.NaN;
        for (int i = 0, tried = 0; i < tokens.count() && tried < WORDS_TRIED; i++) {
            String word = tokens.lowerCase(i);
            if (!lexicon.contains(word) && !events.contains(word) && !Negation.isNegation(word)) {
                continue;
            }
            score = tried++ == 0 ? sentences.of(sentence).score() : score;
            String without = sentence.substring(0, tokens.start(i)) + sentence.substring(tokens.end(i));
            double effect = Decimals.six(score - sentences.of(without).score());
            if (Math.abs(effect) >= LEAST_EFFECT) {
                words.add(new ToneWord(word, effect));
            }
        }
        words.sort(Comparator.comparingDouble((ToneWord word) -> -Math.abs(word.effect()))
                .thenComparing(ToneWord::word));
        return List.copyOf(words.subList(0, Math.min(WORDS_TOLD, words.size())));
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
        return events.count(ToneTokens.of(sentence));
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
