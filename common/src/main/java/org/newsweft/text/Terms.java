package org.newsweft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The terms of a text: its words, and its phrases of two or three words that follow each other within a sentence. Terms
 * are in lower case, without a possessive ending; function words, weekdays, months and bare numbers are no terms, and a
 * phrase holds none of them, nor words that go with anything ("told", "three"). Numbers may stand inside a phrase ("covid
 * 19"). The label of who speaks in an interview ("WN:", "Q:") is no word of the text, nor are two words that lost the space
 * between them ("peopleThe", "him.The").
 *
 * <p>Which phrases are terms of a corpus is decided there: here stands what may become one.
 */
public final class Terms {
    /** Longer strings are addresses and garbage, not words. */
    private static final int LONGEST_WORD = 40;

    private static final int LONGEST_PHRASE = 3;

    private static final Set<String> STOP_WORDS = words("stop_words.txt");

    /** Words of their own, but no part of a phrase. */
    private static final Set<String> LOOSE_WORDS = words("loose_words.txt");

    /** No news, but only where they are written as names: people march and may. */
    private static final Set<String> MONTHS = words("months.txt");

    /** "WN:", "Q:", "AP:" at the start of a line: up to four capitals. */
    private static final Pattern LABEL =
            Pattern.compile("^(?:\\W{0,3}\\p{Lu}{1,4}\\W{0,3}:|\\(\\(\\p{Lu}{1,4}\\)\\))\\s");

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

    /** The terms of a text that names nobody, sorted. */
    public static List<Term> of(String text, List<Span> sentences) {
        return of(text, sentences, List.of());
    }

    /**
     * The terms of a text, sorted.
     *
     * @param sentences stretches of {@code text}; no phrase crosses their borders
     * @param names stretches of {@code text}, in order: no phrase cuts one in two, as "states joe biden" would
     */
    public static List<Term> of(String text, List<Span> sentences, List<Span> names) {
        Count count = new Count(text, names);
        sentences.forEach(count::sentence);
        List<Term> terms = new ArrayList<>(count.words.size() + count.phrases.size());
        count.words.forEach((term, number) -> terms.add(new Term(term, Kind.WORD, number)));
        count.phrases.forEach((term, number) -> terms.add(new Term(term, Kind.PHRASE, number)));
        return terms;
    }

    /** One text while its terms are counted. */
    private static final class Count {
        private final String text;
        private final List<Span> names;
        private final Map<String, Long> words = new TreeMap<>();
        private final Map<String, Long> phrases = new TreeMap<>();
        private final List<String> run = new ArrayList<>();
        private final List<Span> runSpans = new ArrayList<>();

        Count(String text, List<Span> names) {
            this.text = text;
            this.names = names;
        }

        void sentence(Span stretch) {
            String sentence = stretch.of(text);
            int labelEnd = labelEnd(sentence);
            int end = 0;
            endRun();
            for (Span span : Words.of(sentence)) {
                // Punctuation between two words ends a phrase: "Japan, South Korea" is none.
                if (!sentence.substring(end, span.start()).isBlank()) {
                    endRun();
                }
                end = span.end();
                String surface = span.of(sentence);
                String word = withoutPossessive(surface.toLowerCase(Locale.ROOT));
                if (span.start() < labelEnd || !isContent(word) || isMonth(surface, word) || isGlued(surface)) {
                    endRun();
                } else {
                    word(word, new Span(span.start() + stretch.start(), span.end() + stretch.start()));
                }
            }
        }

        private void word(String word, Span span) {
            if (!isNumber(word)) {
                words.merge(word, 1L, Long::sum);
            }
            if (LOOSE_WORDS.contains(word)) {
                endRun();
                return;
            }
            run.add(word);
            runSpans.add(span);
            for (int length = 2; length <= Math.min(LONGEST_PHRASE, run.size()); length++) {
                int first = run.size() - length;
                if (!isNumber(run.get(first)) && !cutsName(runSpans.get(first).start(), span.end())) {
                    phrases.merge(String.join(" ", run.subList(first, run.size())), 1L, Long::sum);
                }
            }
        }

        private void endRun() {
            run.clear();
            runSpans.clear();
        }

        /** True if a name reaches into the stretch from outside. A possessive ending belongs to the word, not to the name. */
        private boolean cutsName(int start, int end) {
            for (Span name : names) {
                boolean overlaps = name.start() < end && start < name.end();
                if (overlaps && (name.start() < start || name.end() > end)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isContent(String word) {
        return word.length() > 1 && word.length() <= LONGEST_WORD && !STOP_WORDS.contains(word);
    }

    /** Where the label of a speaker ends; 0 if there is none. */
    private static int labelEnd(String sentence) {
        Matcher label = LABEL.matcher(sentence);
        return label.find() ? label.end() : 0;
    }

    private static boolean isMonth(String surface, String word) {
        return Character.isUpperCase(surface.charAt(0)) && MONTHS.contains(word);
    }

    /**
     * A small letter, perhaps a full stop, then a capital that starts a function word: the end of one sentence and the
     * start of the next. "TikTok" and "McDonald" are none.
     */
    private static boolean isGlued(String surface) {
        for (int i = 1; i < surface.length() - 1; i++) {
            char last = surface.charAt(i - 1) == '.' && i > 1 ? surface.charAt(i - 2) : surface.charAt(i - 1);
            if (Character.isUpperCase(surface.charAt(i))
                    && Character.isLowerCase(last)
                    && STOP_WORDS.contains(surface.substring(i).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    private static String withoutPossessive(String word) {
        boolean possessive = word.endsWith("'s") || word.endsWith("\u2019s");
        return possessive ? word.substring(0, word.length() - 2) : word.replace('\u2019', '\'');
    }

    private static Set<String> words(String resource) {
        return Resources.entries(Terms.class, resource).stream()
                .flatMap(line -> List.of(line.trim().split("\\s+")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
