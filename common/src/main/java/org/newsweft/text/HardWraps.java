package org.newsweft.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of a text that was wrapped at a fixed width, as mail and wires are. The width shows: lines of a
 * paragraph end where the first word of the next one would not have fitted, and many in the midst of a sentence. Where
 * it does not show, line ends are left as they are.
 *
 * <p>A line end becomes a space, so that all positions stay; but after a hyphen, where the word goes on, it goes.
 */
public final class HardWraps {
    private static final int NARROWEST = 45;
    private static final int WIDEST = 100;
    private static final int FEWEST_FULL = 3;
    private static final int FEWEST_INSIDE = 2;
    private static final double MOST_PAIRS = .6;
    private static final double FULL = .82;
    private static final double STRAY = .04;

    /** A line: first and one past the last unit that is no white space. */
    private record Line(int start, int end, int indent) {
        int length() {
            return end - start + indent;
        }
    }

    private HardWraps() {}

    /** The text with its paragraphs on one line each; the very same if it does not show that it was wrapped. */
    public static String joined(String text) {
        if (text == null || text.indexOf('\n') < 0) {
            return text;
        }
        List<Line> lines = lines(text);
        int width = width(text, lines);
        return width == 0 ? text : joined(text, lines, width);
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int feed = text.indexOf('\n', at);
            int stop = feed < 0 ? text.length() : feed;
            int start = at;
            int end = stop;
            while (start < end && text.charAt(start) <= ' ') {
                start++;
            }
            while (end > start && text.charAt(end - 1) <= ' ') {
                end--;
            }
            lines.add(new Line(start, end, start - at));
            at = stop + 1;
        }
        return lines;
    }

    /** The width at which the text was wrapped, or 0. */
    private static int width(String text, List<Line> lines) {
        int width = 0;
        int pairs = 0;
        int strays = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isPair(lines, i)) {
                pairs++;
                int length = lines.get(i).length();
                if (length > WIDEST) {
                    strays++;
                } else if (text.indexOf(' ', lines.get(i).start) < lines.get(i).end) {
                    width = Math.max(width, length);
                }
            }
        }
        if (width < NARROWEST || strays > STRAY * pairs) {
            return 0;
        }
        int full = 0;
        int inside = 0;
        long lengths = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isPair(lines, i) && isFull(text, lines, i, width)) {
                full++;
                lengths += lines.get(i).length();
                inside += isInside(text, lines, i) ? 1 : 0;
            }
        }
        boolean shows = full >= FEWEST_FULL
                && inside >= FEWEST_INSIDE
                && inside * 4 >= full
                && full >= MOST_PAIRS * pairs
                && lengths >= FULL * width * full;
        return shows ? width : 0;
    }

    /** Two lines with something on them, one under the other. */
    private static boolean isPair(List<Line> lines, int i) {
        return lines.get(i).start < lines.get(i).end && lines.get(i + 1).start < lines.get(i + 1).end;
    }

    /** True if the first word of the next line would not have fitted on this one. */
    private static boolean isFull(String text, List<Line> lines, int i, int width) {
        Line next = lines.get(i + 1);
        int word = next.start;
        while (word < next.end && text.charAt(word) > ' ') {
            word++;
        }
        return lines.get(i).length() + 1 + word - next.start > width && next.indent <= lines.get(i).indent + 1;
    }

    /** True if a sentence goes on in the next line. */
    private static boolean isInside(String text, List<Line> lines, int i) {
        char last = text.charAt(lines.get(i).end - 1);
        return ".!?:;\"”’)".indexOf(last) < 0 && Character.isLowerCase(text.charAt(lines.get(i + 1).start));
    }

    private static String joined(String text, List<Line> lines, int width) {
        StringBuilder joined = new StringBuilder(text);
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (isPair(lines, i) && (isFull(text, lines, i, width) || isInside(text, lines, i))) {
                int end = lines.get(i).end;
                int next = lines.get(i + 1).start;
                for (int k = end; k < next; k++) {
                    joined.setCharAt(k, ' ');
                }
                if (isHyphenated(text, end, next)) {
                    cuts.add(i);
                }
            }
        }
        for (int k = cuts.size() - 1; k >= 0; k--) {
            joined.delete(lines.get(cuts.get(k)).end, lines.get(cuts.get(k) + 1).start);
        }
        return joined.toString();
    }

    /** "state-" and "owned": a hyphen between letters, not a dash. */
    private static boolean isHyphenated(String text, int end, int next) {
        return end > 1
                && text.charAt(end - 1) == '-'
                && Character.isLetterOrDigit(text.charAt(end - 2))
                && Character.isLetterOrDigit(text.charAt(next));
    }
}
