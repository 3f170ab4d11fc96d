package org.newsweft.text.tone.words;

/** What is the same for every target of a sentence: its tokens with vocabulary number, value and traits. */
public final class SentenceWords {
    private static final double TITLE_CASE_SHARE = 0.7;
    private static final int TITLE_CASE_WORDS = 4;

    private final ToneTokens tokens;
    private final int[] numbers;
    private final int[] traits;
    private final double[] values;
    private final boolean[] capitalized;

    private SentenceWords(ToneTokens tokens, ToneVocabulary vocabulary, ValenceLexicon lexicon) {
        int count = tokens.count();
        this.tokens = tokens;
        this.numbers = new int[count];
        this.traits = new int[count];
        this.values = new double[count];
        this.capitalized = new boolean[count];
        for (int i = 0; i < count; i++) {
            String word = tokens.lowerCase(i);
            numbers[i] = vocabulary.number(word);
            traits[i] = WordTraits.of(word);
            values[i] = lexicon.valueOrZero(word);
            capitalized[i] = tokens.isCapitalized(i);
        }
    }

    public static SentenceWords of(String sentence, ToneVocabulary vocabulary, ValenceLexicon lexicon) {
        return new SentenceWords(ToneTokens.of(sentence), vocabulary, lexicon);
    }

    public int count() {
        return numbers.length;
    }

    public ToneTokens tokens() {
        return tokens;
    }

    /** Vocabulary number of the word as if in lower case. */
    public int number(int index) {
        return numbers[index];
    }

    public double value(int index) {
        return values[index];
    }

    public boolean has(int index, int trait) {
        return (traits[index] & trait) != 0;
    }

    /**
     * Which tokens are to be read as names: capitalised words inside a sentence; and where any word would have a
     * capital (first in the sentence or in a quotation, anywhere in a headline in title case), those not in the
     * vocabulary.
     */
    public boolean[] names() {
        boolean titleCase = isTitleCase();
        boolean[] names = new boolean[count()];
        for (int i = 0; i < names.length; i++) {
            if (!capitalized[i] || has(i, WordTraits.FUNCTION_WORD)) {
                continue;
            }
            boolean anyCapital = titleCase || i == 0 || has(i - 1, WordTraits.BEFORE_CAPITAL);
            names[i] = !anyCapital || numbers[i] == ToneVocabulary.UNKNOWN;
        }
        return names;
    }

    /** True if most longer words after the first have a capital. */
    private boolean isTitleCase() {
        int words = 0;
        int capitals = 0;
        for (int i = 1; i < count(); i++) {
            if (tokens.surface(i).length() > 3
                    && Character.isLetter(tokens.surface(i).charAt(0))) {
                words++;
                capitals += capitalized[i] ? 1 : 0;
            }
        }
        return words >= TITLE_CASE_WORDS && capitals >= TITLE_CASE_SHARE * words;
    }
}
