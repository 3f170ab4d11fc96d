package org.newsweft.text.quotes;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.Span;

/**
 * Pairs quotation marks: curly, straight and single ones, one paragraph at a time. A paragraph that opens speech without
 * closing it is speech to its end, as is the custom when the next paragraph goes on with it.
 */
final class QuotationMarks {
    /** Bounds the search for a closing mark, so that many opening marks cost linear time. */
    private static final int LONGEST = 4000;

    private QuotationMarks() {}

    /** The stretches inside quotation marks, without the marks, in order, none inside another, none empty. */
    static List<Span> pairs(String text) {
        List<Span> pairs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int lineEnd = text.indexOf('\n', from);
            int to = lineEnd < 0 ? text.length() : lineEnd;
            pairParagraph(text, from, to, pairs);
            from = to + 1;
        }
        return List.copyOf(pairs);
    }

    private static void pairParagraph(String text, int from, int to, List<Span> pairs) {
        int at = from;
        while (at < to) {
            char open = text.charAt(at);
            int close = opens(text, from, at) ? closing(text, at, to) : -1;
            if (close > at + 1) {
                add(text, at + 1, close, pairs);
                at = close + 1;
            } else if (close < 0
                    && isDouble(open)
                    && opens(text, from, at)
                    && (open == '“' || startsParagraph(text, from, at))) {
                add(text, at + 1, to, pairs);
                at = to;
            } else {
                at++;
            }
        }
    }

    private static void add(String text, int from, int to, List<Span> pairs) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            pairs.add(new Span(start, end));
        }
    }

    private static boolean isDouble(char c) {
        return c == '“' || c == '"' || c == '”' || c == '«' || c == '„';
    }

    /** An opening mark stands at the start of a paragraph, after white space, a bracket or a dash. */
    private static boolean opens(String text, int from, int at) {
        char c = text.charAt(at);
        if (c == '“' || c == '«' || c == '„') {
            return true;
        }
        boolean straight = c == '"' || c == '\'';
        if (!straight && c != '‘') {
            return false;
        }
        boolean free = at == from || !Character.isLetterOrDigit(text.charAt(at - 1));
        boolean word = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
        boolean afterStop = at > from && (text.charAt(at - 1) == '.' || text.charAt(at - 1) == ',') && c == '\'';
        return free && word && !afterStop;
    }

    private static int closing(String text, int at, int to) {
        char open = text.charAt(at);
        char close = switch (open) {
            case '“', '„' -> '”';
            case '«' -> '»';
            case '‘' -> '’';
            default -> open;
        };
        int limit = Math.min(to, at + LONGEST);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            boolean matches = c == close || (open == '“' && c == '"') || (open == '„' && c == '“');
            if (matches && (isDouble(open) || closesSingle(text, i, to))) {
                return i;
            }
            if (open == '“' && c == '“') {
                return -1;
            }
        }
        return -1;
    }

    /** A single mark closes unless a letter follows, which makes it an apostrophe. */
    private static boolean closesSingle(String text, int at, int to) {
        boolean letterAfter = at + 1 < to && Character.isLetterOrDigit(text.charAt(at + 1));
        char before = text.charAt(at - 1);
        boolean pluralPossessive =
                before == 's' && at + 1 < to && text.charAt(at + 1) == ' ' && laterClose(text, at, to);
        return !letterAfter && !pluralPossessive && !Character.isWhitespace(before);
    }

    /** Whether another closing mark with punctuation before it comes later in the paragraph. */
    private static boolean laterClose(String text, int at, int to) {
        char mark = text.charAt(at);
        int limit = Math.min(to, at + 400);
        for (int i = at + 2; i < limit; i++) {
            if (text.charAt(i) == '‘') {
                return false;
            }
            if (text.charAt(i) == mark && ",.?!".indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsParagraph(String text, int from, int at) {
        for (int i = from; i < at; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
