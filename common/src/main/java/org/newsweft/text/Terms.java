package org.newsweft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The terms of a text: its words, and its phrases of two or three words that follow each other within a sentence. Terms
 * are in lower case, without a possessive ending; function words, weekdays and bare numbers are no terms, and a phrase
 * holds none of them. Numbers may stand inside a phrase ("covid 19").
 */
public final class Terms {
    /** Longer strings are addresses and garbage, not words. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST_PHRASE = 3;

    private static final Set<String> STOP_WORDS = stopWords();

    private Terms() {}

    /** What a term is made of. */
    public enum Kind {
        WORD,
        PHRASE;

        /** The value in the column {@code kind}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A term and how often it occurs.
     *
     * @param term in lower case; the words of a phrase are separated by one space
     */
    public record Term(String term, Kind kind, long count) {}

    /**
     * The terms of a text, sorted.
     *
     * @param sentences stretches of {@code text}; no phrase crosses their borders
     */
    public static List<Term> of(String text, List<Span> sentences) {
        Map<String, Long> words = new TreeMap<>();
        Map<String, Long> phrases = new TreeMap<>();
        for (Span sentence : sentences) {
            count(sentence.of(text), words, phrases);
        }
        List<Term> terms = new ArrayList<>(words.size() + phrases.size());
        words.forEach((term, count) -> terms.add(new Term(term, Kind.WORD, count)));
        phrases.forEach((term, count) -> terms.add(new Term(term, Kind.PHRASE, count)));
        return terms;
    }

    private static void count(String sentence, Map<String, Long> words, Map<String, Long> phrases) {
        List<String> run = new ArrayList<>();
        int end = 0;
        for (Span span : Words.of(sentence)) {
            // Punctuation between two words ends a phrase: "Japan, South Korea" is none.
            if (!sentence.substring(end, span.start()).isBlank()) {
                run.clear();
            }
            end = span.end();
            String word = withoutPossessive(span.of(sentence).toLowerCase(Locale.ROOT));
            if (!isContent(word)) {
                run.clear();
                continue;
            }
            if (!isNumber(word)) {
                words.merge(word, 1L, Long::sum);
            }
            run.add(word);
            for (int length = 2; length <= Math.min(LONGEST_PHRASE, run.size()); length++) {
                List<String> phrase = run.subList(run.size() - length, run.size());
                if (!isNumber(phrase.get(0))) {
                    phrases.merge(String.join(" ", phrase), 1L, Long::sum);
                }
            }
        }
    }

    private static boolean isContent(String word) {
        return word.length() > 1 && word.length() <= LONGEST_WORD && !STOP_WORDS.contains(word);
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static String withoutPossessive(String word) {
        boolean possessive = word.endsWith("'s") || word.endsWith("\u2019s");
        return possessive ? word.substring(0, word.length() - 2) : word.replace('\u2019', '\'');
    }

    private static Set<String> stopWords() {
        return Resources.entries(Terms.class, "stop_words.txt").stream()
                .flatMap(line -> List.of(line.trim().split("\\s+")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
