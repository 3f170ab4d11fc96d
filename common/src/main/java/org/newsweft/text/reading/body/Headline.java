package org.newsweft.text.reading.body;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.newsweft.text.SiteName;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.LineHashes;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.Whitespace;

/**
 * The headline of a page.
 *
 * @param text the headline, or null if it is not known
 * @param block index of the block that holds it, or -1
 */
public record Headline(String text, int block) {
    /** A line of a table, not a headline. */
    private static final double MUCH_DIGITS = .2;

    private static final int BLOCKS_INTO_ARTICLE = 2;

    /**
     * Finds the headline.
     *
     * @param given the record's title field without the name of the site, or null
     * @param site name or host of the site, or null
     * @param missingSpaces where words are glued, see {@link GluedWords#find}
     * @param guess finds the likeliest block; asked only if no title is given
     * @param sure least confidence of a guess that is believed
     */
    public static Headline of(
            String given,
            String site,
            Page page,
            Interval article,
            Map<Integer, List<Integer>> missingSpaces,
            Supplier<TitleFinder.Title> guess,
            double sure) {
        if (given != null && !given.isBlank()) {
            String text = Whitespace.collapse(given, 0, given.length()).strip();
            return new Headline(text, blockThatSays(text, site, page, article));
        }
        TitleFinder.Title title = page.size() < 2 || !page.isProse(article.first()) ? null : guess.get();
        if (title == null || title.confidence() < sure || title.block() > article.first() + BLOCKS_INTO_ARTICLE) {
            return new Headline(null, -1);
        }
        TextBlock block = page.block(title.block());
        if (block.digits >= MUCH_DIGITS * block.text.length()) {
            return new Headline(null, -1);
        }
        List<Integer> splits = missingSpaces.get(title.block());
        boolean sectionGlued = splits != null && splits.get(0) < block.partEnds[0];
        String text = sectionGlued ? block.text.substring(splits.get(0)) : block.text;
        return new Headline(SiteName.without(text, site), title.block());
    }

    /**
     * The first block up to the start of the article with the same words, or -1. A text that is nothing but its title, as
     * headlines in a feed are, has no body.
     */
    private static int blockThatSays(String title, String site, Page page, Interval article) {
        long wanted = LineHashes.of(title);
        for (int i = 0; i < Math.min(page.size(), article.first() + BLOCKS_INTO_ARTICLE + 1); i++) {
            String text = page.block(i).text;
            if (LineHashes.of(text) == wanted
                    || (text.length() > title.length() && LineHashes.of(SiteName.without(text, site)) == wanted)) {
                return i;
            }
        }
        return -1;
    }
}
