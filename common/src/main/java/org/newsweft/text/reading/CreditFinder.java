package org.newsweft.text.reading;

import java.util.Locale;
import org.newsweft.text.reading.page.CapitalisedNames;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/** Finds who wrote a page: the author in its by-line or biography, the agency in its credits and datelines. */
final class CreditFinder {
    private static final int MAX_BYLINE_WORDS = 16;
    private static final int BLOCKS_ABOVE = 12;
    private static final int BLOCKS_BELOW = 3;
    private static final int MAX_DATELINE = 60;
    private static final String[] BYLINE_OPENINGS = {
        "by ", "by: ", "written by ", "posted by ", "story by ", "words by ", "published by "
    };

    private static final String[] EMAIL = {"email the author", "e-mail the author", "email author", "follow the author"
    };

    private final Page page;
    private final Interval article;

    CreditFinder(Page page, Interval article) {
        this.page = page;
        this.article = article;
    }

    /** The author, or null. A by-line near the start of the article counts before a biography under it. */
    String author() {
        int from = Math.max(0, article.first() - BLOCKS_ABOVE);
        int to = Math.min(page.size(), article.first() + BLOCKS_BELOW + 1);
        for (int i = from; i < to; i++) {
            TextBlock block = page.block(i);
            if (block.has(Marker.BYLINE) && block.words <= MAX_BYLINE_WORDS) {
                String names = afterBy(block.text);
                if (!names.isEmpty()) {
                    return names;
                }
            }
        }
        for (int i = from; i < to; i++) {
            String name = beforeEmail(page.block(i));
            if (!name.isEmpty()) {
                return name;
            }
        }
        for (int i = article.first(); i < page.size(); i++) {
            String name = ofBiography(page.block(i));
            if (name != null && i > 0 && isAuthorSection(i)) {
                return name;
            }
        }
        return null;
    }

    private static String afterBy(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String opening : BYLINE_OPENINGS) {
            if (lower.startsWith(opening)) {
                return Authors.inByline(text.substring(opening.length()).strip());
            }
        }
        return "";
    }

    /** "Jane Doe Email the author": what only stands beside the author's name. */
    private static String beforeEmail(TextBlock block) {
        String lower = block.text.toLowerCase(Locale.ROOT);
        for (String invitation : EMAIL) {
            int at = lower.indexOf(invitation);
            if (at > 0 && block.words <= MAX_BYLINE_WORDS) {
                return Authors.inByline(block.text.substring(0, at).strip());
            }
        }
        return "";
    }

    /** "Jane Doe is a staff writer ...": the name before "is". */
    private static String ofBiography(TextBlock block) {
        int is = block.text.indexOf(" is a");
        if (is < 0) {
            is = block.text.indexOf(" is the ");
        }
        if (is <= 0 || !block.has(Marker.AUTHOR)) {
            return null;
        }
        String name = CapitalisedNames.forward(block.text, 0);
        return name.length() == is && Authors.isPerson(name) ? name : null;
    }

    private boolean isAuthorSection(int index) {
        for (int i = index - 1; i >= Math.max(0, index - 2); i--) {
            if (page.block(i).has(Marker.AUTHOR_HEADER)) {
                return true;
            }
        }
        return false;
    }

    /** The agency that the text came from, or null. */
    String agency() {
        for (int i = Math.max(0, article.first() - BLOCKS_ABOVE); i < page.size(); i++) {
            TextBlock block = page.block(i);
            boolean credit = (i <= article.first() + 1 && block.has(Marker.BYLINE) && block.words <= MAX_BYLINE_WORDS)
                    || isAgencyCopyright(block)
                    || (block.words <= 3 && isWholly(block));
            String agency = credit ? Agencies.in(block) : i <= article.first() + 1 ? ofDateline(block) : null;
            if (agency != null) {
                return agency;
            }
        }
        return null;
    }

    /** "- © AFP, 2013", "Copyright 2013 The Associated Press. All rights reserved." */
    private static boolean isAgencyCopyright(TextBlock block) {
        return block.words <= 40
                && (block.text.indexOf('©') >= 0
                        || block.text.regionMatches(true, 0, "copyright", 0, 9)
                        || block.text.startsWith("(c)"));
    }

    /** A short block that is nothing but an agency's name. */
    private static boolean isWholly(TextBlock block) {
        int from = 0;
        int to = block.text.length();
        while (from < to && !Character.isLetter(block.text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(block.text.charAt(to - 1))) {
            to--;
        }
        return Agencies.named(block.text.substring(from, to)) != null;
    }

    /** "BEIJING, April 15 (Xinhua) --", "WASHINGTON (AP) —", "(Reuters) -". */
    private static String ofDateline(TextBlock block) {
        int open = block.text.indexOf('(');
        int close = open < 0 ? -1 : block.text.indexOf(')', open);
        if (open < 0 || open > MAX_DATELINE || close < 0 || close - open > 30) {
            return null;
        }
        int after = close + 1;
        while (after < block.text.length() && block.text.charAt(after) == ' ') {
            after++;
        }
        boolean dash = after < block.text.length() && "-–—".indexOf(block.text.charAt(after)) >= 0;
        return dash ? Agencies.named(block.text.substring(open + 1, close).strip()) : null;
    }
}
