package org.newsweft.text.reading.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.Span;

/**
 * Finds what a content management system left inside running text: placeholders such as {@code {mosads}} and
 * {@code {{ad}}}, short codes such as {@code [caption id="3"]}, HTML tags and no-break space entities.
 */
public final class InlineMarkup {
    private static final int MAX_LENGTH = 300;

    private InlineMarkup() {}

    /** The stretches of {@code text} between {@code start} and {@code end} that are markup, in order. */
    public static List<Span> find(String text, int start, int end) {
        List<Span> found = new ArrayList<>(0);
        int i = start;
        while (i < end) {
            int after = switch (text.charAt(i)) {
                case '{' -> placeholderEnd(text, i, end);
                case '[' -> shortCodeEnd(text, i, end);
                case '<' -> tagEnd(text, i, end);
                case '&' -> text.startsWith("&nbsp;", i) && i + 6 <= end ? i + 6 : -1;
                default -> -1;
            };
            if (after > 0) {
                found.add(new Span(i, after));
                i = after;
            } else {
                i++;
            }
        }
        return found;
    }

    /** {name} or {{name}}: at least three letters, digits, underscores or hyphens, no spaces. */
    private static int placeholderEnd(String text, int start, int end) {
        int braces = start + 1 < end && text.charAt(start + 1) == '{' ? 2 : 1;
        int from = start + braces;
        int i = from;
        while (i < end && i - from < MAX_LENGTH && isNameCharacter(text.charAt(i))) {
            i++;
        }
        if (i - from < 3 || !Character.isLetter(text.charAt(from)) || i + braces > end) {
            return -1;
        }
        for (int k = 0; k < braces; k++) {
            if (text.charAt(i + k) != '}') {
                return -1;
            }
        }
        return i + braces;
    }

    /** [name key="value"], [/name] of the short codes that publishing systems use. */
    private static int shortCodeEnd(String text, int start, int end) {
        int from = start + 1;
        if (from < end && text.charAt(from) == '/') {
            from++;
        }
        int i = from;
        while (i < end && i - from < 20 && isNameCharacter(text.charAt(i))) {
            i++;
        }
        boolean known = switch (text.substring(from, i)) {
            case "caption", "gallery", "embed", "video", "audio", "playlist", "youtube", "tweet" -> true;
            case "pullquote", "wp_ad_camp", "ad", "ads", "adsense", "vc_row", "vc_column" -> true;
            default -> false;
        };
        if (!known) {
            return -1;
        }
        int limit = Math.min(end, start + MAX_LENGTH);
        while (i < limit && text.charAt(i) != ']') {
            i++;
        }
        return i < limit ? i + 1 : -1;
    }

    /** An opening or closing HTML tag; "a < b" is none. */
    private static int tagEnd(String text, int start, int end) {
        int i = start + 1;
        if (i < end && text.charAt(i) == '/') {
            i++;
        }
        int from = i;
        while (i < end && i - from < 12 && isAsciiLetterOrDigit(text.charAt(i))) {
            i++;
        }
        if (i == from || i >= end || !HtmlTags.isTag(text.substring(from, i))) {
            return -1;
        }
        int limit = Math.min(end, start + MAX_LENGTH);
        while (i < limit && text.charAt(i) != '>' && text.charAt(i) != '<') {
            i++;
        }
        return i < limit && text.charAt(i) == '>' ? i + 1 : -1;
    }

    private static boolean isNameCharacter(char c) {
        return isAsciiLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Names of the HTML elements that are found in the text of articles. */
    private static final class HtmlTags {
        private static final Set<String> NAMES = Set.of(
                ("a abbr article aside audio b blockquote br button cite code div em embed figcaption figure font footer"
                                + " form h1 h2 h3 h4 h5 h6 header hr i iframe img input li link main nav noscript object"
                                + " ol p picture pre q s script section small source span strong style sub sup svg table"
                                + " tbody td tfoot th thead time tr u ul video")
                        .split(" ", -1));

        static boolean isTag(String name) {
            return NAMES.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
