package org.newsweft.text.tone;

import java.util.Arrays;
import org.newsweft.text.tone.roles.MaskedSentence;
import org.newsweft.text.tone.words.ToneVocabulary;
import org.newsweft.text.tone.words.WordTraits;

/**
 * Words, pairs of words and where they stand to the target, hashed to {@value #BUCKETS} buckets. Names are masked here
 * as everywhere.
 */
final class NgramFeatures {
    static final int BUCKETS = 1 << 17;

    private static final int UNIGRAM = 1;
    private static final int BIGRAM = 2;
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    private static final int SAME_CLAUSE = 5;
    private static final int NEIGHBOURS = 6;

    private static final int WINDOW = 8;
    private static final int PER_WORD = 5;

    /** Apart from all vocabulary numbers. */
    private static final int NEGATED = 1 << 20;

    private final MaskedSentence sentence;
    private final int[] buckets;
    private int count;

    private NgramFeatures(MaskedSentence sentence) {
        this.sentence = sentence;
        this.buckets = new int[PER_WORD * sentence.length() + 4];
    }

    /** The buckets of the words and pairs of a sentence, and of where they stand to its target; ascending, each once. */
    static int[] ofTarget(MaskedSentence sentence) {
        NgramFeatures features = new NgramFeatures(sentence);
        if (sentence.length() > 0) {
            features.addWords();
            features.addPlaces();
            features.addNeighbours();
        }
        return features.distinct();
    }

    /** The buckets of the words and pairs of a sentence, ascending, each once; none for an empty sentence. */
    static int[] ofSentence(MaskedSentence sentence) {
        NgramFeatures features = new NgramFeatures(sentence);
        features.addWords();
        return features.distinct();
    }

    private void addWords() {
        int previous = 0;
        for (int i = 0; i < sentence.length(); i++) {
            int word = wordAt(i);
            add(UNIGRAM, word, 0);
            add(BIGRAM, previous, word);
            previous = word;
        }
    }

    private int wordAt(int i) {
        return sentence.number(i) + (sentence.isNegated(i) ? NEGATED : 0);
    }

    private void addPlaces() {
        int target = sentence.firstTarget();
        int targetClause = clauseOf(target);
        int clause = 0;
        for (int i = 0; i < sentence.length(); i++) {
            clause += sentence.has(i, WordTraits.CLAUSE_BREAK) ? 1 : 0;
            int word = wordAt(i);
            int distance = i - target;
            if (distance != 0 && Math.abs(distance) <= WINDOW) {
                add(distance < 0 ? BEFORE : AFTER, word, widening(Math.abs(distance)));
            }
            if (clause == targetClause) {
                add(SAME_CLAUSE, word, distance < 0 ? 0 : 1);
            }
        }
    }

    private int clauseOf(int position) {
        int clause = 0;
        for (int i = 0; i <= position; i++) {
            clause += sentence.has(i, WordTraits.CLAUSE_BREAK) ? 1 : 0;
        }
        return clause;
    }

    private static int widening(int distance) {
        if (distance <= 2) {
            return distance;
        }
        return distance <= 4 ? 3 : 4;
    }

    /** The two words before the target and the two after it, as wholes. */
    private void addNeighbours() {
        int target = sentence.firstTarget();
        add(NEIGHBOURS, numberAt(target - 2), numberAt(target - 1));
        add(NEIGHBOURS + 1, numberAt(target + 1), numberAt(target + 2));
    }

    private int numberAt(int index) {
        return index < 0 || index >= sentence.length() ? ToneVocabulary.PADDING : sentence.number(index);
    }

    private void add(int kind, int first, int second) {
        int hash = (kind * 0x9E3779B1 + first) * 0x85EBCA6B + second;
        hash ^= hash >>> 15;
        hash *= 0xC2B2AE35;
        hash ^= hash >>> 13;
        buckets[count++] = hash & (BUCKETS - 1);
    }

    private int[] distinct() {
        Arrays.sort(buckets, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || buckets[i] != buckets[i - 1]) {
                buckets[kept++] = buckets[i];
            }
        }
        return Arrays.copyOf(buckets, kept);
    }
}
