package org.newsweft.text.tone.roles;

import java.util.Arrays;
import java.util.List;
import org.newsweft.text.Span;
import org.newsweft.text.tone.words.Negation;
import org.newsweft.text.tone.words.SentenceWords;
import org.newsweft.text.tone.words.ToneTokens;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.WordTraits;

/**
 * A sentence as it looks from one target: the target's mentions are one token each that does not say who it is, every
 * other name is another, and the rest are lower-case words.
 */
public final class MaskedSentence {
    /** Stands for a possessive ending that was split off a mention. */
    private static final int POSSESSIVE = -1;

    private final SentenceWords words;
    /** Token each position came from; negative for a possessive ending split off. */
    private final int[] sources;

    private final int[] numbers;
    private final boolean[] negated;
    private final int[] distances;
    private final int length;
    private final int firstTarget;

    private MaskedSentence(SentenceWords words, int[] sources, int[] numbers, int length) {
        this.words = words;
        this.sources = sources;
        this.numbers = numbers;
        this.length = length;
        this.negated = new boolean[length];
        this.distances = new int[length];
        this.firstTarget = indexOfTarget();
        markNegated();
        measureDistances();
    }

    /**
     * Masks a sentence for one target.
     *
     * @param names tokens to mask as other names
     * @param possessive vocabulary number of {@code 's}
     */
    public static MaskedSentence of(SentenceWords words, boolean[] names, Target target, int possessive) {
        int[] sources = new int[2 * words.count() + 1];
        int[] numbers = new int[sources.length];
        int length = 0;
        int openSpan = -1;
        List<Span> spans = target.spans();
        for (int i = 0; i < words.count(); i++) {
            int span = spanAt(words.tokens(), i, spans);
            if (span < 0 && names[i] && openSpan < 0 && length > 0 && numbers[length - 1] == ToneVocabulary.NAME) {
                continue;
            }
            if (span < 0 || span != openSpan) {
                sources[length] = i;
                numbers[length++] = span < 0 ? plainNumber(words, names, i) : targetNumber(span);
            }
            openSpan = span;
            if (span >= 0 && words.tokens().lowerCase(i).endsWith("'s")) {
                sources[length] = POSSESSIVE;
                numbers[length++] = possessive;
            }
        }
        return new MaskedSentence(words, sources, numbers, length);
    }

    private static int targetNumber(int span) {
        return span == 0 ? ToneVocabulary.TARGET : ToneVocabulary.TARGET_AGAIN;
    }

    private static int plainNumber(SentenceWords words, boolean[] names, int i) {
        return names[i] ? ToneVocabulary.NAME : words.number(i);
    }

    /** Index of the mention that token {@code i} belongs to, or -1. */
    private static int spanAt(ToneTokens tokens, int i, List<Span> spans) {
        for (int s = 0; s < spans.size(); s++) {
            if (tokens.start(i) < spans.get(s).end() && spans.get(s).start() < tokens.end(i)) {
                return s;
            }
        }
        return -1;
    }

    private int indexOfTarget() {
        for (int i = 0; i < length; i++) {
            if (isTarget(i)) {
                return i;
            }
        }
        return 0;
    }

    private void markNegated() {
        int left = 0;
        for (int i = 0; i < length; i++) {
            if (has(i, WordTraits.NEGATION)) {
                boolean undone = i + 1 < length && Negation.isUndoneBy(word(i + 1));
                left = undone ? 0 : Negation.REACH;
                i += undone ? 1 : 0;
            } else if (has(i, WordTraits.STOP)) {
                left = 0;
            } else if (left > 0) {
                negated[i] = true;
                left--;
            }
        }
    }

    private void measureDistances() {
        Arrays.fill(distances, ToneTokens.LIMIT);
        boolean any = false;
        for (int i = 0; i < length; i++) {
            any |= isTarget(i);
        }
        int last = any ? -ToneTokens.LIMIT : 0;
        for (int i = 0; i < length; i++) {
            last = isTarget(i) ? i : last;
            distances[i] = i - last;
        }
        int next = any ? 2 * ToneTokens.LIMIT : 2 * ToneTokens.LIMIT + length;
        for (int i = length - 1; i >= 0; i--) {
            next = isTarget(i) ? i : next;
            if (next - i < Math.abs(distances[i])) {
                distances[i] = i - next;
            }
        }
    }

    /** This sentence without the positions from {@code from} (inclusive) to {@code to} (exclusive). */
    MaskedSentence without(int from, int to) {
        int kept = length - (to - from);
        int[] keptSources = Arrays.copyOf(sources, kept);
        int[] keptNumbers = Arrays.copyOf(numbers, kept);
        System.arraycopy(sources, to, keptSources, from, length - to);
        System.arraycopy(numbers, to, keptNumbers, from, length - to);
        return new MaskedSentence(words, keptSources, keptNumbers, kept);
    }

    /** This sentence with the target in place of the word at a position. */
    MaskedSentence withTargetAt(int index) {
        int[] changed = numbers.clone();
        changed[index] = ToneVocabulary.TARGET;
        return new MaskedSentence(words, sources, changed, length);
    }

    public int length() {
        return length;
    }

    public int number(int index) {
        return numbers[index];
    }

    public boolean isTarget(int index) {
        return numbers[index] == ToneVocabulary.TARGET || numbers[index] == ToneVocabulary.TARGET_AGAIN;
    }

    public boolean isName(int index) {
        return numbers[index] == ToneVocabulary.NAME;
    }

    /** True for a position that shows its word. */
    boolean isPlain(int index) {
        return sources[index] >= 0 && !isTarget(index) && !isName(index);
    }

    /** Position of the first mention of the target. */
    public int firstTarget() {
        return firstTarget;
    }

    public boolean isNegated(int index) {
        return negated[index];
    }

    /** Positions to the nearest mention of the target: negative before it, positive after it. */
    public int distance(int index) {
        return distances[index];
    }

    /** The word's value in the lexicon, 0 for names. */
    public double value(int index) {
        return isPlain(index) ? words.value(sources[index]) : 0;
    }

    public boolean has(int index, int trait) {
        return isPlain(index) && words.has(sources[index], trait);
    }

    /** The lower-case word at a position, or null for a name. */
    public String word(int index) {
        if (sources[index] == POSSESSIVE) {
            return "'s";
        }
        return isPlain(index) ? words.tokens().lowerCase(sources[index]) : null;
    }

    /** True if the first mention of the target is a pronoun. */
    public boolean isTargetPronoun() {
        int source = sources.length == 0 || length == 0 ? POSSESSIVE : sources[firstTarget];
        return source >= 0 && words.has(source, WordTraits.PRONOUN);
    }
}
