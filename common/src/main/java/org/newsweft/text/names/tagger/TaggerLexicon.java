package org.newsweft.text.names.tagger;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.WordLists;

/** What the trained tagger knows of words before it reads a text: lists of names, word lists and clusters. */
final class TaggerLexicon {
    static final int FIRST_NAME = 1;
    static final int COUNTRY = 1 << 1;
    static final int LARGE_CITY = 1 << 2;
    static final int PEOPLE = 1 << 3;
    static final int STATE = 1 << 4;
    static final int CITY = 1 << 5;
    static final int REGION = 1 << 6;
    static final int BODY = 1 << 7;
    static final int TITLE = 1 << 8;
    static final int BODY_WORD = 1 << 9;
    static final int PLACE_WORD = 1 << 10;
    static final int PERSON = 1 << 11;

    /** Position in a listed name of several tokens: begin, inside, end. */
    static final int LISTED_BEGIN = 1 << 12;

    static final int LISTED_INSIDE = 1 << 13;
    static final int LISTED_END = 1 << 14;

    /** Bits that only the context of a word in its document uses. */
    static final int PREPOSITION = 1 << 20;

    static final int SPEECH = 1 << 21;

    /** Bits that are features. */
    static final int FEATURES = (1 << 16) - 1;

    private static final int LARGE = 200_000;
    private static final Set<String> PLAIN_SPEECH = Set.of("said", "told", "added");

    private final Gazetteer gazetteer = Gazetteer.load();
    private final WordClusters clusters;
    private final Map<String, Integer> ofWord = new HashMap<>();
    private final Set<String> people;

    TaggerLexicon(WordClusters clusters) {
        this.clusters = clusters;
        WordLists words = WordLists.load();
        mark(words.of("title"), TITLE);
        mark(words.of("organization"), BODY_WORD);
        mark(words.of("place"), PLACE_WORD);
        mark(words.of("preposition"), PREPOSITION);
        mark(PLAIN_SPEECH, SPEECH);
        people = words.of("people");
    }

    WordClusters clusters() {
        return clusters;
    }

    /** The word lists that a lower-case word is on, with or without the full stop of an abbreviation. */
    int listsOfWord(String lower) {
        return ofWord.getOrDefault(WordLists.withoutStop(lower), 0);
    }

    /** Marks the tokens of the longest listed name that begins at token {@code from}. */
    void markLists(Tokens tokens, int from, int limit, int[] lists) {
        GazetteerMatch match = gazetteer.longestAnyCase(tokens, from, limit);
        int length = match == null ? 1 : match.to() - from;
        int bits = match == null ? 0 : bitsOf(match);
        if (length == 1 && gazetteer.isFirstName(tokens.word(from))) {
            bits |= FIRST_NAME;
        }
        if (length == 1 && people.contains(tokens.word(from).toLowerCase(Locale.ROOT))) {
            bits |= PEOPLE;
        }
        if (length == 1) {
            if ((lists[from] & FEATURES & ~(TITLE | BODY_WORD | PLACE_WORD)) == 0) {
                lists[from] |= bits;
            }
            return;
        }
        for (int i = from; i < from + length; i++) {
            int position = i == from ? LISTED_BEGIN : i == from + length - 1 ? LISTED_END : LISTED_INSIDE;
            lists[i] |= bits | position;
        }
    }

    private static int bitsOf(GazetteerMatch match) {
        int bits = 0;
        for (GazetteerEntry entry : match.entries()) {
            bits |= switch (entry.kind()) {
                case COUNTRY -> COUNTRY;
                case DEMONYM, PEOPLE -> PEOPLE;
                case REGION -> REGION;
                case STATE -> STATE;
                case CITY -> entry.capital() || entry.inhabitants() >= LARGE ? LARGE_CITY : CITY;
                case ORGANIZATION, SEAT -> BODY;
                case PERSON -> PERSON;
            };
        }
        return bits;
    }

    private void mark(Set<String> words, int bit) {
        words.forEach(word -> ofWord.merge(word, bit, (a, b) -> a | b));
    }
}
