package org.newsweft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits news prose into sentences in one pass over the text.
 *
 * <p>A line break always ends a sentence. Elsewhere a full stop, question mark or exclamation mark does, together with
 * the closing quotation marks and brackets after it, unless what follows goes on in lower case or the full stop belongs
 * to an abbreviation. Full stops that lost the space after them in extraction ({@code cybersecurity.Kerry's}) end a
 * sentence too. Written by hand because the rules of Unicode annex 29, which ICU4J offers, break after "Gen." and "U.S."
 * whenever a capital follows, which in news is most of the time.
 */
public final class Sentences {
    /** Before a name or a number: their full stop never ends a sentence. */
    private static final Set<String> NEVER_LAST = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "sgt",
            "capt", "cmdr", "adm", "maj", "brig", "rev", "hon", "pres", "st", "mt", "ft", "messrs", "supt", "det",
            "atty", "vs", "no", "nos", "cpl", "pvt", "fr", "sr", "mme", "mlle", "approx", "fig", "pp", "v", "eds",
            "vol", "spc", "insp", "dep", "asst", "e.g", "i.e", "cf", "v.s");

    /** May close a sentence, but do so only before a word that usually opens one. */
    private static final Set<String> SELDOM_LAST = Set.of(
            "jr", "inc", "corp", "co", "ltd", "bros", "cos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
            "sep", "oct", "nov", "dec", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind",
            "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
            "penn", "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "assn", "dept", "univ", "etc", "al", "ave", "blvd",
            "est", "ph.d", "m.d", "d.c", "a.m", "p.m", "dist", "gmbh", "intl", "mfg", "bldg", "rd");

    /** Words that, capitalised, usually open a sentence rather than continue a name. */
    private static final Set<String> OPENERS = Set.of(
            "the",
            "a",
            "an",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "this",
            "that",
            "these",
            "those",
            "there",
            "in",
            "on",
            "at",
            "for",
            "from",
            "with",
            "by",
            "to",
            "as",
            "if",
            "when",
            "while",
            "after",
            "before",
            "since",
            "but",
            "and",
            "or",
            "so",
            "yet",
            "however",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "your",
            "what",
            "who",
            "how",
            "why",
            "where",
            "not",
            "no",
            "some",
            "many",
            "most",
            "all",
            "both",
            "one",
            "two",
            "last",
            "mr",
            "mrs",
            "ms",
            "under",
            "according",
            "although",
            "though",
            "because",
            "during",
            "now",
            "then",
            "also",
            "meanwhile",
            "asked",
            "until",
            "once",
            "here",
            "another",
            "such",
            "each",
            "despite",
            "earlier",
            "others",
            "officials",
            "analysts",
            "police",
            "among",
            "about",
            "over",
            "more",
            "even",
            "only",
            "still",
            "instead",
            "nobody",
            "everybody",
            "everyone",
            "somebody",
            "someone",
            "nothing",
            "none",
            "neither",
            "either",
            "dozens",
            "hundreds",
            "thousands",
            "several",
            "three",
            "four",
            "five",
            "few",
            "much",
            "other",
            "whether",
            "unlike",
            "like",
            "through",
            "without",
            "within",
            "into",
            "today",
            "yesterday",
            "authorities",
            "witnesses",
            "residents",
            "critics",
            "experts",
            "investigators",
            "shares",
            "sources",
            "users");

    /** After "5 p.m." these go on with the time; anything else in capitals begins a sentence. */
    private static final Set<String> AFTER_HOUR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "eastern",
            "central",
            "mountain",
            "pacific",
            "greenwich",
            "gmt",
            "utc",
            "bst",
            "est",
            "edt",
            "cst",
            "cdt",
            "mst",
            "mdt",
            "pst",
            "pdt",
            "et",
            "ct",
            "mt",
            "pt",
            "cet",
            "ist",
            "local",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept",
            "sep",
            "oct",
            "nov",
            "dec",
            "beijing",
            "moscow",
            "london",
            "tokyo",
            "israel");

    private static final String CLOSERS = "\"”’')]»";
    private static final String OPENING = "\"“‘'([«";

    private Sentences() {}

    /**
     * The sentences of {@code text} in order, without the white space around them; no span is empty and none overlap.
     * Text between two spans is white space only.
     */
    public static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int length = text.length();
        int start = 0;
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            int end = at + 1;
            boolean ends = isLineBreak(c);
            if (isTerminator(c)) {
                end = afterClosers(text, afterTerminators(text, at));
                ends = endsSentence(text, at, end);
            }
            if (ends) {
                addTrimmed(sentences, text, start, end);
                start = end;
            }
            at = end;
        }
        addTrimmed(sentences, text, start, length);
        return List.copyOf(sentences);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isTerminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    private static int afterTerminators(String text, int at) {
        int end = at;
        while (end < text.length() && isTerminator(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int afterClosers(String text, int at) {
        int end = at;
        while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            // A straight quotation mark that a letter follows opens what comes next.
            boolean opensNext = (text.charAt(end) == '"' || text.charAt(end) == '\'')
                    && end + 1 < text.length()
                    && Character.isLetterOrDigit(text.charAt(end + 1))
                    && end > at;
            if (opensNext) {
                break;
            }
            end++;
        }
        return end;
    }

    /** Whether the terminators from {@code at}, with closers up to {@code end}, close a sentence. */
    private static boolean endsSentence(String text, int at, int end) {
        if (end >= text.length()) {
            return true;
        }
        char next = text.charAt(end);
        if (!Character.isWhitespace(next) && next != '\u00a0') {
            return isGlued(text, at, end);
        }
        int following = skipSpaceAndOpening(text, end);
        if (following >= text.length() || isLineBreak(text.charAt(following))) {
            return true;
        }
        char first = text.charAt(following);
        if (Character.isLowerCase(first)) {
            return false;
        }
        boolean single = text.charAt(at) == '.' && (at + 1 >= text.length() || !isTerminator(text.charAt(at + 1)));
        return !single || end > at + 1 || !isAbbreviation(text, at, following);
    }

    /** The next character that counts after white space and opening quotation marks; stops at a line break. */
    private static int skipSpaceAndOpening(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean skipped =
                    !isLineBreak(c) && (Character.isWhitespace(c) || c == '\u00a0' || OPENING.indexOf(c) >= 0);
            if (!skipped) {
                break;
            }
            at++;
        }
        return at;
    }

    /** True for {@code ...said.The}: a lower-case word, the mark, and a capitalised word with no space between. */
    private static boolean isGlued(String text, int at, int end) {
        if (text.charAt(at) == '…' || end + 1 >= text.length() || at < 2) {
            return false;
        }
        int next = end;
        if (OPENING.indexOf(text.charAt(next)) >= 0 && next + 2 < text.length()) {
            next++;
        }
        boolean capitalisedWord =
                Character.isUpperCase(text.charAt(next)) && Character.isLowerCase(text.charAt(next + 1));
        boolean lowerWord = Character.isLowerCase(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at - 2))
                && !inAddress(text, at);
        boolean closedBefore = end > at + 1 && Character.isUpperCase(text.charAt(next));
        return (capitalisedWord && lowerWord) || closedBefore;
    }

    /** True if the full stop stands inside something like {@code www.Example.com} or {@code Example.Com}. */
    private static boolean inAddress(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 40 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < text.length() && end - at < 40 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        if (end < text.length() - 1 && text.charAt(end) == '.' && Character.isLetterOrDigit(text.charAt(end + 1))) {
            return true;
        }
        String before = text.substring(start, at);
        return before.startsWith("www.") || before.contains("@") || before.contains("/");
    }

    private static boolean isAbbreviation(String text, int at, int following) {
        int start = wordStart(text, at);
        if (start == at) {
            return false;
        }
        String word = text.substring(start, at);
        String lower = word.toLowerCase(java.util.Locale.ROOT);
        if (NEVER_LAST.contains(lower)) {
            boolean number = Character.isDigit(text.charAt(following));
            boolean numbering = lower.equals("no") || lower.equals("nos");
            return !numbering || number;
        }
        boolean initials = isInitials(word);
        if (!initials && !SELDOM_LAST.contains(lower)) {
            return false;
        }
        String next = wordAt(text, following).toLowerCase(java.util.Locale.ROOT);
        if (lower.equals("a.m") || lower.equals("p.m")) {
            return next.isEmpty() || AFTER_HOUR.contains(next);
        }
        return !OPENERS.contains(next);
    }

    /** True for {@code J}, {@code U.S} and {@code D.C}: single capitals with full stops between. */
    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            boolean wanted = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
            if (!wanted) {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && end - start < 24) {
            char c = text.charAt(start - 1);
            boolean insideDot = c == '.' && start < end && start > 1 && Character.isLetter(text.charAt(start - 2));
            if (!Character.isLetter(c) && !insideDot) {
                break;
            }
            start--;
        }
        return start;
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 24 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static void addTrimmed(List<Span> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Span(start, end));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }
}
