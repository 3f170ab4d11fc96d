package org.newsweft.text.names.tagger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;

/**
 * One document prepared for the trained tagger: its distinct words with their hashes, lists and clusters, and what the
 * whole document says about each capitalised word. Not shared by threads.
 */
final class TaggerText {
    /** Flags of a word in its document, see {@link #contextOf}. */
    static final int AFTER_TITLE = 1;

    static final int AFTER_FIRST_NAME = 2;
    static final int BEFORE_BODY_WORD = 4;
    static final int AFTER_PREPOSITION = 8;
    static final int BEFORE_SPEECH = 16;
    static final int NOT_FIRST = 256;
    static final int SEEN = 512;

    private static final int SKIP_DISTANCE = 3;

    final Tokens tokens;
    final int size;

    /** Number of the distinct word of each token. */
    final int[] word;

    /** Lists that each token is on, as bits of {@link TaggerLexicon}. */
    final int[] lists;

    final boolean[] first;
    final boolean[] capitals;
    final boolean[] skipped;

    /** By distinct word: hashes of the word, of its lower case and of its shape, and its cluster. */
    int[] exact = new int[256];

    int[] lower = new int[256];
    int[] shape = new int[256];
    int[] cluster = new int[256];
    int[] lowerWord = new int[256];
    boolean[] capitalised = new boolean[256];

    /** By distinct word: the features that the word alone gives, null until asked for. */
    String[] lowerText = new String[256];

    private int[] ownLists = new int[256];
    private int words;
    private final LongIndex wordIndex = new LongIndex(512);
    private final LongIndex lowerIndex = new LongIndex(512);

    /** By distinct lower-case word. */
    private int[] context = new int[256];

    private int[] wordBefore = new int[256];
    private int[] wordAfter = new int[256];
    private boolean[] inLowerCase = new boolean[256];

    private final TaggerLexicon lexicon;

    TaggerText(String text, List<Span> sentences, TaggerLexicon lexicon) {
        this.lexicon = lexicon;
        tokens = Tokens.of(text, sentences);
        size = tokens.size();
        word = new int[size];
        lists = new int[size];
        first = new boolean[size];
        capitals = new boolean[size];
        skipped = new boolean[size];
        for (int i = 0; i < size; i++) {
            word[i] = wordAt(i);
        }
        for (int sentence = 0; sentence < tokens.sentenceCount(); sentence++) {
            readSentence(tokens.sentenceStart(sentence), tokens.sentenceEnd(sentence));
        }
        readContexts();
    }

    /** Number of distinct words. */
    int words() {
        return words;
    }

    boolean isCapitalized(int i) {
        return capitalised[word[i]];
    }

    /** Whether token {@code i + distance} is in the sentence of token {@code i}. */
    boolean isNear(int i, int distance) {
        int at = i + distance;
        return at >= 0 && at < size && tokens.sentenceOf(at) == tokens.sentenceOf(i);
    }

    /** What the document says about the word of token {@code i}, over all its places outside lines in capitals. */
    int contextOf(int i) {
        return context[lowerWord[word[i]]];
    }

    /** Hash of the first capitalised word seen before the word of token {@code i}; 0 if none. */
    int wordBefore(int i) {
        return wordBefore[lowerWord[word[i]]];
    }

    /** Hash of the first capitalised word seen after it; 0 if none. */
    int wordAfter(int i) {
        return wordAfter[lowerWord[word[i]]];
    }

    boolean occursInLowerCase(int i) {
        return inLowerCase[lowerWord[word[i]]];
    }

    private int wordAt(int i) {
        String text = tokens.text();
        int start = tokens.start(i);
        int end = tokens.end(i);
        long hash = 7;
        for (int k = start; k < end; k++) {
            hash = hash * 1_000_003 + text.charAt(k);
        }
        int found = wordIndex.find(hash, words);
        if (found < words) {
            return found;
        }
        if (words == exact.length) {
            growWords();
        }
        describe(words, text.substring(start, end));
        return words++;
    }

    private void describe(int number, String written) {
        String small = written.toLowerCase(Locale.ROOT);
        char c = written.charAt(0);
        exact[number] = FeatureHash.of(written);
        lower[number] = FeatureHash.of(small);
        shape[number] = shapeOf(written);
        capitalised[number] = Character.isUpperCase(c);
        lowerText[number] = small;
        cluster[number] = lexicon.clusters().clusterOf(small);
        ownLists[number] = lexicon.listsOfWord(small);
        long hash = 11;
        for (int k = 0; k < small.length(); k++) {
            hash = hash * 1_000_003 + small.charAt(k);
        }
        int lowerNumber = lowerIndex.find(hash, lowerIndex.size());
        if (lowerNumber >= context.length) {
            growLower();
        }
        lowerWord[number] = lowerNumber;
        if (!capitalised[number]) {
            inLowerCase[lowerNumber] = true;
        }
    }

    /** Hash of the pattern of capitals (X), small letters (x), digits (d) and marks, runs cut after two. */
    private static int shapeOf(String written) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int run = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2) {
                shape.append(kind);
            }
        }
        return FeatureHash.of(shape, 0, shape.length());
    }

    private void readSentence(int from, int to) {
        int small = 0;
        int large = 0;
        int firstWord = -1;
        for (int i = from; i < to; i++) {
            char c = tokens.firstChar(i);
            if (Character.isLetter(c)) {
                large += isCapitalized(i) ? 1 : 0;
                small += isCapitalized(i) ? 0 : 1;
            }
            if (firstWord < 0 && Character.isLetterOrDigit(c)) {
                firstWord = i;
            }
        }
        if (firstWord >= 0) {
            first[firstWord] = true;
        }
        boolean inCapitals = (small == 0 && large >= 3) || (large > 3 && large > small * 3);
        int reached = from;
        for (int i = from; i < to; i++) {
            capitals[i] = inCapitals;
            lists[i] |= ownLists[word[i]];
            if (isCapitalized(i)) {
                lexicon.markLists(tokens, i, to, lists);
                for (int k = Math.max(reached, i - SKIP_DISTANCE); k < Math.min(to, i + SKIP_DISTANCE + 1); k++) {
                    skipped[k] = false;
                }
                reached = i + SKIP_DISTANCE + 1;
            } else if (i >= reached) {
                skipped[i] = true;
            }
        }
    }

    private void readContexts() {
        for (int i = 0; i < size; i++) {
            if (isCapitalized(i) && !capitals[i]) {
                readContext(i, lowerWord[word[i]]);
            }
        }
    }

    private void readContext(int i, int number) {
        context[number] |= SEEN;
        if (!first[i]) {
            context[number] |= NOT_FIRST;
        }
        int before = isNear(i, -1) && tokens.is(i - 1, ".") ? -2 : -1;
        if (isNear(i, before)) {
            int b = i + before;
            context[number] |= (lists[b] & TaggerLexicon.TITLE) != 0 ? AFTER_TITLE : 0;
            context[number] |= (lists[b] & TaggerLexicon.PREPOSITION) != 0 ? AFTER_PREPOSITION : 0;
            if (isCapitalized(b)) {
                context[number] |= (lists[b] & TaggerLexicon.FIRST_NAME) != 0 ? AFTER_FIRST_NAME : 0;
                if (!first[b] && wordBefore[number] == 0) {
                    wordBefore[number] = lower[word[b]];
                }
            }
        }
        if (isNear(i, 1)) {
            int a = i + 1;
            context[number] |= (lists[a] & TaggerLexicon.SPEECH) != 0 ? BEFORE_SPEECH : 0;
            if (isCapitalized(a)) {
                context[number] |= (lists[a] & TaggerLexicon.BODY_WORD) != 0 ? BEFORE_BODY_WORD : 0;
                if (wordAfter[number] == 0) {
                    wordAfter[number] = lower[word[a]];
                }
            }
        }
    }

    private void growWords() {
        int length = words * 2;
        exact = Arrays.copyOf(exact, length);
        lower = Arrays.copyOf(lower, length);
        shape = Arrays.copyOf(shape, length);
        cluster = Arrays.copyOf(cluster, length);
        lowerWord = Arrays.copyOf(lowerWord, length);
        capitalised = Arrays.copyOf(capitalised, length);
        lowerText = Arrays.copyOf(lowerText, length);
        ownLists = Arrays.copyOf(ownLists, length);
    }

    private void growLower() {
        int length = context.length * 2;
        context = Arrays.copyOf(context, length);
        wordBefore = Arrays.copyOf(wordBefore, length);
        wordAfter = Arrays.copyOf(wordAfter, length);
        inLowerCase = Arrays.copyOf(inLowerCase, length);
    }
}
