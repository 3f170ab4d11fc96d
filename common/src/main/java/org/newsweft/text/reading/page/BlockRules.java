package org.newsweft.text.reading.page;

import java.util.Locale;
import java.util.Set;
import org.newsweft.text.Span;

/** What a block says about itself so plainly that no classifier needs to be asked. */
public final class BlockRules {
    private static final int MAX_TAG_WORDS = 30;
    private static final int MAX_CREDIT_WORDS = 40;
    private static final int MAX_LINK_WORDS = 25;
    private static final int MAX_LEGAL_WORDS = 40;
    private static final int MAX_NOTICE_WORDS = 14;
    private static final int MAX_WALL_WORDS = 150;
    private static final int MAX_SIGNATURE_WORDS = 12;
    private static final Set<String> APPEALS = Set.of(
            "subscribe",
            "sign",
            "log",
            "login",
            "register",
            "already",
            "not",
            "support",
            "get",
            "become",
            "create",
            "start",
            "unlock",
            "cancel",
            "by",
            "to",
            "this",
            "please",
            "accept",
            "manage",
            "never",
            "want");
    private static final int MAX_BYLINE_WORDS = 12;
    private static final int MAX_DATE_WORDS = 16;
    private static final double MOST = .6;
    private static final int COLON_REACH = 24;

    private BlockRules() {}

    /** The verdict, never to keep, or null if no rule speaks. */
    public static Verdict of(TextBlock block, String raw) {
        if (isMarkupOnly(block, raw)) {
            return Verdict.drop(BlockLabel.MARKUP, "markup only");
        }
        if (block.has(Marker.TAG_LINE) && !block.endsSentence && block.words <= MAX_TAG_WORDS) {
            return Verdict.drop(BlockLabel.TAGS, "tags line");
        }
        if (block.has(Marker.AUTHOR_HEADER)) {
            return Verdict.drop(BlockLabel.AUTHOR_BIO, "author header");
        }
        if (block.has(Marker.SECTION_HEADER)) {
            return Verdict.drop(sectionOf(block), "section header");
        }
        if (isWall(block)) {
            return Verdict.drop(
                    block.has(Marker.SUBS) ? BlockLabel.PROMOTION : BlockLabel.LEGAL,
                    "asks for consent or subscription");
        }
        if (block.has(Marker.CREDIT_LINE) && CreditLines.isWhole(block.text)) {
            return Verdict.drop(BlockLabel.BYLINE, "credit line");
        }
        if (isSignature(block)) {
            return Verdict.drop(BlockLabel.BYLINE, "signature in brackets");
        }
        if (block.words <= MAX_LEGAL_WORDS && isCopyrightLine(block)) {
            return Verdict.drop(BlockLabel.LEGAL, "copyright line");
        }
        if (isCommentNotice(block)) {
            return Verdict.drop(BlockLabel.COMMENTS, "notice on comments");
        }
        if (!block.endsSentence && block.words <= MAX_CREDIT_WORDS && isCredit(block)) {
            return Verdict.drop(BlockLabel.CAPTION, "picture credit");
        }
        if (isAddressOrInstant(block)) {
            return Verdict.drop(BlockLabel.MARKUP, "address or time stamp");
        }
        if (isDateLine(block)) {
            return Verdict.drop(BlockLabel.DATELINE, "date line");
        }
        if (isLinkLine(block)) {
            return Verdict.drop(BlockLabel.RELATED, "link to another article");
        }
        if (block.has(Marker.BYLINE) && !block.endsSentence && block.words <= MAX_BYLINE_WORDS && beginsWithBy(block)) {
            return Verdict.drop(BlockLabel.BYLINE, "by-line");
        }
        return null;
    }

    /**
     * Consent to cookies, an appeal to subscribe: speaks to the reader in words that no article has, unless it reports or
     * quotes them.
     */
    public static boolean isWall(TextBlock block) {
        return block.has(Marker.WALL)
                && block.words <= MAX_WALL_WORDS
                && block.doubleQuotes == 0
                && !block.has(Marker.SAID)
                && (block.has(Marker.YOU) || !block.endsSentence || beginsLikeAppeal(block.text));
    }

    private static boolean beginsLikeAppeal(String text) {
        int space = text.indexOf(' ');
        return APPEALS.contains((space < 0 ? text : text.substring(0, space)).toLowerCase(Locale.ROOT));
    }

    /** "(Jane Doe for The Post)": a line in brackets that is no sentence. */
    private static boolean isSignature(TextBlock block) {
        return block.first() == '('
                && block.last() == ')'
                && block.words >= 2
                && block.words <= MAX_SIGNATURE_WORDS
                && !block.endsSentence
                && block.text.indexOf('(', 1) < 0
                && block.capitalisedWords * 2 >= block.words;
    }

    /** A line that claims a copyright; a sentence may speak of the sign. */
    private static boolean isCopyrightLine(TextBlock block) {
        return block.text.indexOf('©') >= 0 && block.has(Marker.COPY);
    }

    private static boolean isCommentNotice(TextBlock block) {
        int limit = block.has(Marker.MARK_COMMENT) ? MAX_LEGAL_WORDS : MAX_NOTICE_WORDS;
        return block.has(Marker.COMMENT_NOTICE) && block.words <= limit;
    }

    /** The kind of section that a header opens. */
    public static BlockLabel sectionOf(TextBlock block) {
        if (block.has(Marker.AUTHOR_HEADER)) {
            return BlockLabel.AUTHOR_BIO;
        }
        if (block.has(Marker.MARK_COMMENT) || block.has(Marker.COMMENT_NOTICE)) {
            return BlockLabel.COMMENTS;
        }
        if (block.has(Marker.MARK_APPEAL)
                || block.has(Marker.SHARE)
                || block.has(Marker.SUBS)
                || block.has(Marker.MARK_STORY)) {
            return BlockLabel.PROMOTION;
        }
        return block.has(Marker.MORE) || block.has(Marker.MARK_MORE) ? BlockLabel.RELATED : BlockLabel.NAVIGATION;
    }

    private static boolean isMarkupOnly(TextBlock block, String raw) {
        if ("{[<&".indexOf(block.first()) < 0) {
            return false;
        }
        int at = block.start;
        for (Span markup : InlineMarkup.find(raw, block.start, block.end)) {
            if (hasText(raw, at, markup.start())) {
                return false;
            }
            at = markup.end();
        }
        return at > block.start && !hasText(raw, at, block.end);
    }

    private static boolean hasText(String raw, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Whitespace.is(raw.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Names a picture agency or a photographer: "Jane Doe/AP", "iStockPhoto", "Photo by". */
    static boolean isCredit(TextBlock block) {
        if (block.has(Marker.MARK_CREDIT) || endsWithCredit(block.text)) {
            return true;
        }
        int slash = block.text.indexOf('/');
        while (slash > 0) {
            int next = slash + 1;
            while (next < block.text.length() && block.text.charAt(next) == ' ') {
                next++;
            }
            if (startsWithAgency(block.text, next)) {
                return true;
            }
            slash = block.text.indexOf('/', next);
        }
        return false;
    }

    /** "Published: Nov. 19, 2019, 6:18 p.m.", or a line that is little more than a date. */
    private static boolean isDateLine(TextBlock block) {
        if (block.words > MAX_DATE_WORDS || !block.has(Marker.DATE)) {
            return false;
        }
        if (block.has(Marker.UPDMETA)) {
            return true;
        }
        for (WrittenDate date : DateScanner.scan(block.text, false)) {
            if (date.end() - date.start() >= MOST * block.text.length()) {
                return true;
            }
        }
        return false;
    }

    /** "(Image: Getty)", "(Photo credit: Jane Doe)". */
    private static boolean endsWithCredit(String text) {
        if (!text.endsWith(")")) {
            return false;
        }
        int open = text.lastIndexOf('(');
        for (String word : new String[] {"image", "photo", "picture", "pic:", "credit"}) {
            if (open >= 0 && text.regionMatches(true, open + 1, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** A bare URL, or a time stamp such as 2019-11-13T23:06:00+01:00. */
    private static boolean isAddressOrInstant(TextBlock block) {
        String text = block.text;
        if (text.indexOf(' ') >= 0) {
            return false;
        }
        boolean instant = text.length() >= 16
                && Character.isDigit(text.charAt(0))
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T';
        return instant || text.startsWith("http://") || text.startsWith("https://");
    }

    private static boolean startsWithAgency(String text, int at) {
        for (String name : new String[] {"AP", "AFP", "Getty", "Reuters", "REUTERS", "EPA", "PA", "Bloomberg"}) {
            int end = at + name.length();
            if (text.startsWith(name, at) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** "Read: ...", "Watch: ...", "Related: ... >". */
    private static boolean isLinkLine(TextBlock block) {
        if (!block.has(Marker.MORE) || block.endsSentence || block.words < 3 || block.words > MAX_LINK_WORDS) {
            return false;
        }
        int colon = block.text.indexOf(':');
        return (colon > 0 && colon <= COLON_REACH) || ">»→›".indexOf(block.last()) >= 0;
    }

    private static boolean beginsWithBy(TextBlock block) {
        return block.text.regionMatches(true, 0, "by ", 0, 3)
                || block.text.regionMatches(true, 0, "written by ", 0, 11);
    }
}
