package org.newsweft.text.names.lexicon;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;

/** The tokens of one document with what every step of the name finder asks of them. Not shared by threads. */
public final class NameText {
    private final Tokens tokens;
    private final String[] lower;
    private final boolean[] shouting;
    private Set<String> lowerCaseWords;
    private Set<String> capitalizedInside;

    public NameText(String text, List<Span> sentences) {
        this.tokens = Tokens.of(text, sentences);
        this.lower = new String[tokens.size()];
        this.shouting = new boolean[tokens.sentenceCount()];
        for (int sentence = 0; sentence < shouting.length; sentence++) {
            shouting[sentence] = isShouting(sentence);
        }
    }

    public Tokens tokens() {
        return tokens;
    }

    public int size() {
        return tokens.size();
    }

    public String text() {
        return tokens.text();
    }

    /** Token {@code i} in lower case. */
    public String lower(int i) {
        if (lower[i] == null) {
            lower[i] = tokens.word(i).toLowerCase(Locale.ROOT);
        }
        return lower[i];
    }

    /** The token {@code distance} before or after token {@code i} in lower case; empty outside its sentence. */
    public String lowerNear(int i, int distance) {
        return isNear(i, distance) ? lower(i + distance) : "";
    }

    /** Whether there is a token {@code distance} before or after token {@code i} in its sentence. */
    public boolean isNear(int i, int distance) {
        int at = i + distance;
        return at >= 0 && at < size() && tokens.sentenceOf(at) == tokens.sentenceOf(i);
    }

    /** Whether there is such a token and it begins with a capital. */
    public boolean isCapitalizedNear(int i, int distance) {
        return isNear(i, distance) && tokens.isCapitalized(i + distance);
    }

    /** The characters from token {@code from} to token {@code to} (exclusive). */
    public String surface(int from, int to) {
        return text().substring(tokens.start(from), tokens.end(to - 1));
    }

    /** True in a sentence or heading written in capitals, where capitals say nothing. */
    public boolean isShouted(int i) {
        return shouting[tokens.sentenceOf(i)];
    }

    /** True for the first word of a sentence, marks before it left aside. */
    public boolean isFirstWord(int i) {
        for (int k = tokens.sentenceStart(tokens.sentenceOf(i)); k < i; k++) {
            if (Character.isLetterOrDigit(tokens.firstChar(k))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the document has this lower-case word with a capital inside a sentence, where capitals say something. */
    public boolean occursInsideCapitalized(String word) {
        if (capitalizedInside == null) {
            capitalizedInside = new HashSet<>();
            for (int i = 0; i < size(); i++) {
                if (tokens.isCapitalized(i) && !isShouted(i) && !isFirstWord(i)) {
                    capitalizedInside.add(lower(i));
                }
            }
        }
        return capitalizedInside.contains(word);
    }

    /** Whether the document has this lower-case word anywhere in lower case. */
    public boolean occursInLowerCase(String word) {
        if (lowerCaseWords == null) {
            lowerCaseWords = new HashSet<>();
            for (int i = 0; i < size(); i++) {
                if (Character.isLowerCase(tokens.firstChar(i))) {
                    lowerCaseWords.add(lower(i));
                }
            }
        }
        return lowerCaseWords.contains(word);
    }

    private boolean isShouting(int sentence) {
        int capital = 0;
        int small = 0;
        for (int i = tokens.sentenceStart(sentence); i < tokens.sentenceEnd(sentence); i++) {
            int length = tokens.end(i) - tokens.start(i);
            if (length > 1 && Character.isLetter(tokens.firstChar(i))) {
                if (isUpperCase(i)) {
                    capital += length;
                } else {
                    small += length;
                }
            }
        }
        return capital > 8 && capital > 2 * small;
    }

    /** True if token {@code i} has capitals and no lower-case letter. */
    public boolean isUpperCase(int i) {
        for (int k = tokens.start(i); k < tokens.end(i); k++) {
            if (Character.isLowerCase(text().charAt(k))) {
                return false;
            }
        }
        return Character.isLetter(tokens.firstChar(i));
    }
}
