package org.newsweft.text.reading;

import org.newsweft.text.Span;

/** What a block says about itself so plainly that no classifier needs to be asked. */
final class BlockRules {
    private static final int MAX_TAG_WORDS = 30;
    private static final int MAX_CREDIT_WORDS = 40;
    private static final int MAX_LINK_WORDS = 25;
    private static final int MAX_LEGAL_WORDS = 40;
    private static final int MAX_NOTICE_WORDS = 14;
    private static final int MAX_BYLINE_WORDS = 12;
    private static final int COLON_REACH = 24;

    private BlockRules() {}

    /** The verdict, never to keep, or null if no rule speaks. */
    static Verdict of(TextBlock block, String raw) {
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
        if (block.text.indexOf('©') >= 0 && block.words <= MAX_LEGAL_WORDS) {
            return Verdict.drop(BlockLabel.LEGAL, "copyright line");
        }
        if (isCommentNotice(block)) {
            return Verdict.drop(BlockLabel.COMMENTS, "notice on comments");
        }
        if (!block.endsSentence && block.words <= MAX_CREDIT_WORDS && isCredit(block)) {
            return Verdict.drop(BlockLabel.CAPTION, "picture credit");
        }
        if (isLinkLine(block)) {
            return Verdict.drop(BlockLabel.RELATED, "link to another article");
        }
        if (block.has(Marker.BYLINE) && !block.endsSentence && block.words <= MAX_BYLINE_WORDS && beginsWithBy(block)) {
            return Verdict.drop(BlockLabel.BYLINE, "by-line");
        }
        return null;
    }

    private static boolean isCommentNotice(TextBlock block) {
        int limit = block.has(Marker.MARK_COMMENT) ? MAX_LEGAL_WORDS : MAX_NOTICE_WORDS;
        return block.has(Marker.COMMENT_NOTICE) && block.words <= limit;
    }

    /** The kind of section that a header opens. */
    static BlockLabel sectionOf(TextBlock block) {
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
        if (block.has(Marker.MARK_CREDIT)) {
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
