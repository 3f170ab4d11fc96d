package org.newsweft.text.tone.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsweft.text.Resources;

/**
 * The lower-case words the networks know, by number. Words that texts write mostly with a capital are not among them:
 * a network that cannot see a name cannot hold an opinion about it.
 */
public final class ToneVocabulary {
    public static final int PADDING = 0;
    static final int UNKNOWN = 1;
    public static final int TARGET = 2;
    /** A further mention of the target. */
    public static final int TARGET_AGAIN = 3;
    /** Any other name. */
    public static final int NAME = 4;

    private static final int FIRST_WORD = 5;

    private final Map<String, Integer> numbers;

    private ToneVocabulary(Map<String, Integer> numbers) {
        this.numbers = numbers;
    }

    /** The vocabulary on the class path, one word a line; the first line is number 5. */
    public static ToneVocabulary load() {
        List<String> words = Resources.lines(ToneVocabulary.class, "vocabulary.txt");
        Map<String, Integer> numbers = new HashMap<>(2 * words.size());
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), FIRST_WORD + i);
        }
        return new ToneVocabulary(numbers);
    }

    /** How many numbers there are, the special ones included. */
    public int size() {
        return FIRST_WORD + numbers.size();
    }

    /** The number of a lower-case word; {@link #UNKNOWN} if it has none. */
    public int number(String word) {
        Integer number = numbers.get(word);
        return number == null ? UNKNOWN : number;
    }
}
