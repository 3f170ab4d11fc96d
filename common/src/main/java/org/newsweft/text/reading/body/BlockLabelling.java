package org.newsweft.text.reading.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.newsweft.text.reading.page.BlockLabel;
import org.newsweft.text.reading.page.BlockRules;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.RepeatedText;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.Verdict;

/**
 * Decides for every block of a page what it is and whether it stays: first what blocks say plainly about themselves,
 * then the sections that headers open, then the classifier, and at last a guard that keeps short and odd texts whole.
 */
public final class BlockLabelling {
    private static final int FEW_BLOCKS = 12;
    private static final int VERY_FEW_BLOCKS = 3;
    private static final double TOO_LITTLE = .5;
    private static final double FEW_SIGNS = .1;
    private static final double KEEP_SENTENCE = .1;
    private static final int MIN_COPY_WORDS = 8;
    private static final int NEAR = 2;
    private static final double SURE = .6;
    private static final double KEEP_AMONG_PROSE = .15;
    private static final double MUCH_ABOVE = .4;
    private static final double MUCH = .25;
    private static final double KEEP_LINE = .2;
    private static final double TABLE_DIGITS = .1;
    private static final int HEADING_WORDS = 14;
    private static final int SHORT_HEADER = 8;
    private static final int SECTION_NAME_WORDS = 3;

    /** One text for each hundredth: formatting one for every block would cost more than classifying it. */
    private static final String[] CLASSIFIER_RULES = IntStream.rangeClosed(0, 100)
            .mapToObj(hundredths -> String.format(Locale.ROOT, "classifier %.2f", hundredths / 100.0))
            .toArray(String[]::new);

    private final Page page;
    /** What the blocks say plainly of themselves; null where they do not. */
    private final Verdict[] plain;
    /** Lines that stand in many documents of the outlet. */
    private final boolean[] recurs;

    private final double[] probabilities;
    private final Interval article;
    private final Verdict[] verdicts;
    private final double signShare;
    private final boolean isPlain;

    public BlockLabelling(Page page, String raw, double[] probabilities, boolean[] recurs) {
        this.page = page;
        this.recurs = recurs;
        plain = page.blocks().stream().map(block -> BlockRules.of(block, raw)).toArray(Verdict[]::new);
        this.probabilities = probabilities;
        for (int i = 0; i < probabilities.length; i++) {
            // What asks for consent must not be taken for the place of the article.
            probabilities[i] = BlockRules.isWall(page.block(i)) ? 0 : probabilities[i];
        }
        article = behindCaptions(BodyClassifier.article(page, probabilities));
        verdicts = new Verdict[page.size()];
        signShare = signShare();
        isPlain = signShare * page.size() <= 1 && unlikelyShare() <= MUCH;
    }

    /** Goes on over captions to the paragraph under them that the classifier would keep within the article. */
    private Interval behindCaptions(Interval found) {
        int last = found.last();
        boolean isCaptioned = false;
        for (int i = last + 1; i < page.size(); i++) {
            TextBlock block = page.block(i);
            if (plain[i] != null && plain[i].label() == BlockLabel.CAPTION) {
                isCaptioned = true;
            } else if (isCaptioned && isParagraph(i)) {
                last = i;
                isCaptioned = false;
            } else if (block.words > SECTION_NAME_WORDS || block.has(Marker.SECTION_HEADER)) {
                break;
            }
        }
        return new Interval(found.first(), last);
    }

    private boolean isParagraph(int i) {
        TextBlock block = page.block(i);
        return page.isProse(i)
                && plain[i] == null
                && probabilities[i] >= BodyClassifier.KEEP_INSIDE
                && !block.has(Marker.CTA)
                && !block.has(Marker.SUBS);
    }

    /** The stretch of the page that holds the article. */
    public Interval article() {
        return article;
    }

    /** From the first to the last line of running text of the article; the main run if it has none. */
    public Interval prose() {
        int first = -1;
        int last = -1;
        for (int i = article.first(); i <= article.last(); i++) {
            if (page.isProse(i)
                    && isLikely(i)
                    && plain[i] == null
                    && !page.block(i).has(Marker.MARK_APPEAL)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? page.mainRun() : new Interval(first, last);
    }

    /**
     * Decides all blocks.
     *
     * @param title index of the headline, or -1
     * @param date index of the block that gave the date, or -1
     * @return one verdict a block
     */
    public Verdict[] decide(int title, int date) {
        for (int i = 0; i < page.size(); i++) {
            verdicts[i] = certain(i, title, date);
        }
        dropAboveHeadline(title);
        dropBiographies();
        dropArticleAgain();
        dropRepeatedTeasers();
        dropCopies();
        boolean keepOthers = isToBeKeptWhole();
        for (int i = 0; i < page.size(); i++) {
            if (verdicts[i] == null && isLikely(i)) {
                verdicts[i] = Verdict.keep(BlockLabel.BODY, classifier(i));
            } else if (verdicts[i] == null && isAmongProse(i)) {
                verdicts[i] = Verdict.keep(BlockLabel.BODY, "among paragraphs of the body");
            } else if (verdicts[i] == null && (keepOthers || isPlainText(i))) {
                verdicts[i] = Verdict.keep(BlockLabel.BODY, keepOthers ? "short text kept whole" : "plain text");
            }
        }
        keepRunningText();
        labelDropped(title);
        labelHeadings();
        return verdicts;
    }

    /** Of a page that would be emptied, the running text stays: an article of one long line, another language. */
    private void keepRunningText() {
        for (Verdict verdict : verdicts) {
            if (verdict != null && verdict.kept()) {
                return;
            }
        }
        for (int i = page.mainRun().first(); i <= page.mainRun().last(); i++) {
            if (verdicts[i] == null && page.isProse(i)) {
                verdicts[i] = Verdict.keep(BlockLabel.BODY, "the only running text");
            }
        }
    }

    private Verdict certain(int i, int title, int date) {
        TextBlock block = page.block(i);
        if (i == title) {
            return Verdict.drop(BlockLabel.TITLE, "headline");
        }
        if (i == date && !block.isProse()) {
            return Verdict.drop(BlockLabel.DATELINE, "publication date");
        }
        if (recurs[i]) {
            return Verdict.drop(labelOf(i, title, null), "recurs in the outlet's articles");
        }
        if (plain[i] == null && isSectionName(i, title) && i < title + 3 && title >= 0) {
            BlockLabel label = i > title && block.words > 1 ? BlockLabel.BYLINE : BlockLabel.SECTION;
            return Verdict.drop(label, "short line at the headline");
        }
        return plain[i];
    }

    /**
     * What stands above the headline is no part of the article: menus, appeals, teasers of other articles. Unless it is
     * so much that the headline must be a heading in the middle of the article.
     */
    private void dropAboveHeadline(int title) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < page.size(); i++) {
            if (verdicts[i] == null && isLikely(i)) {
                above += i < title ? page.block(i).words : 0;
                below += i > title ? page.block(i).words : 0;
            }
        }
        if (above > MUCH_ABOVE * (above + below)) {
            return;
        }
        for (int i = 0; i < title; i++) {
            if (verdicts[i] == null && isLikely(i)) {
                verdicts[i] = Verdict.drop(labelOf(i, title, null), "above the headline");
            }
        }
    }

    /** After "About the Author" everything belongs to the biography, up to the next header. */
    private void dropBiographies() {
        boolean inBiography = false;
        for (int i = article.first(); i < page.size(); i++) {
            TextBlock block = page.block(i);
            if (block.has(Marker.AUTHOR_HEADER)) {
                inBiography = true;
            } else if (verdicts[i] != null || (block.words <= SHORT_HEADER && !block.endsSentence)) {
                inBiography = false;
            } else if (inBiography) {
                verdicts[i] = Verdict.drop(BlockLabel.AUTHOR_BIO, "under the author header");
            }
        }
    }

    /** The whole article once more, as one line under its paragraphs. */
    private void dropArticleAgain() {
        for (int i = 0; i < page.size(); i++) {
            if (verdicts[i] == null && RepeatedText.isArticleAgain(page, i, k -> verdicts[k] == null && isLikely(k))) {
                verdicts[i] = Verdict.drop(BlockLabel.RELATED, "says again what stands above");
            }
        }
    }

    /** A teaser at the top whose words all stand again in the paragraphs under it. */
    private void dropRepeatedTeasers() {
        int prose = 0;
        for (int i = article.first(); i <= article.last() && prose < 2; i++) {
            if (verdicts[i] == null && page.isProse(i)) {
                prose++;
                if (RepeatedText.isCovered(page, i, article.last(), k -> verdicts[k] == null)) {
                    verdicts[i] = Verdict.drop(BlockLabel.RELATED, "teaser repeated below");
                }
            }
        }
    }

    /**
     * The same paragraph again: captions of slide shows, pull quotes, the page for another device. One copy stays: the
     * first that is likely, or the likeliest.
     */
    private void dropCopies() {
        Map<String, Integer> best = new HashMap<>();
        for (int i = 0; i < page.size(); i++) {
            if (verdicts[i] == null && page.copies(i) > 1 && page.block(i).words >= MIN_COPY_WORDS) {
                int one = i;
                best.merge(
                        page.block(i).text,
                        i,
                        (first, other) ->
                                isLikely(first) || (!isLikely(one) && probabilities[first] >= probabilities[one])
                                        ? first
                                        : other);
            }
        }
        for (int i = 0; i < page.size(); i++) {
            Integer kept = best.get(page.block(i).text);
            if (verdicts[i] == null && kept != null && kept != i) {
                verdicts[i] = Verdict.drop(BlockLabel.RELATED, "copy of a block that stays");
            }
        }
    }

    /** A paragraph that the classifier doubts, between two that it does not. */
    private boolean isAmongProse(int i) {
        TextBlock block = page.block(i);
        return page.isProse(i)
                && probabilities[i] >= KEEP_AMONG_PROSE
                && !block.has(Marker.SUBS)
                && !block.has(Marker.CTA)
                && hasProseNear(i, -1)
                && hasProseNear(i, 1);
    }

    private boolean hasProseNear(int i, int step) {
        for (int k = 1; k <= NEAR; k++) {
            int at = i + k * step;
            if (at >= 0 && at < page.size() && page.isProse(at) && plain[at] == null && probabilities[at] >= SURE) {
                return true;
            }
        }
        return false;
    }

    private boolean isLikely(int i) {
        return probabilities[i] >= (article.contains(i) ? BodyClassifier.KEEP_INSIDE : BodyClassifier.KEEP_OUTSIDE);
    }

    /** True if the classifier would take away most of a text that is too short for it to judge. */
    private boolean isToBeKeptWhole() {
        int undecided = 0;
        int words = 0;
        int likelyWords = 0;
        for (int i = 0; i < page.size(); i++) {
            if (verdicts[i] == null) {
                undecided++;
                words += page.block(i).words;
                likelyWords += isLikely(i) ? page.block(i).words : 0;
            }
        }
        return (undecided <= VERY_FEW_BLOCKS && page.size() <= FEW_BLOCKS)
                || (page.size() < FEW_BLOCKS && likelyWords < TOO_LITTLE * words)
                || (likelyWords == 0 && page.size() < FEW_BLOCKS);
    }

    /**
     * True if the text shows next to no sign of a web page around it: then nothing is dropped but short lines at its
     * edges that look like links or credits, and unlikely lines with such signs.
     */
    private boolean isPlainText(int i) {
        TextBlock block = page.block(i);
        if (signShare > FEW_SIGNS || isSign(i)) {
            return false;
        }
        if (isPlain) {
            boolean inside = i > article.first() && i < article.last();
            return isTableRow(block)
                    || block.isProse()
                    || (inside && (block.endsSentence || reads(block) || probabilities[i] >= KEEP_LINE));
        }
        return block.endsSentence && probabilities[i] >= KEEP_SENTENCE && article.contains(i);
    }

    /** Running text, whether or not it ends like a sentence. */
    private static boolean reads(TextBlock block) {
        return block.words >= 8 && block.functionShare() >= .2;
    }

    /** A line of figures: no menu has these. */
    private static boolean isTableRow(TextBlock block) {
        boolean dated = block.has(Marker.DATE) || block.has(Marker.TIME) || block.has(Marker.PRICE);
        return !dated && block.digits >= TABLE_DIGITS * block.text.length();
    }

    /** Share of the blocks that only web pages have: invitations to share, subscribe, comment or read on. */
    private double signShare() {
        int signs = 0;
        for (int i = 0; i < page.size(); i++) {
            signs += isSign(i) ? 1 : 0;
        }
        return (double) signs / page.size();
    }

    /** Share of the words that the classifier would drop, rows of figures aside. */
    private double unlikelyShare() {
        double words = 0;
        double unlikely = 0;
        for (int i = 0; i < page.size(); i++) {
            TextBlock block = page.block(i);
            words += block.words;
            unlikely += isLikely(i) || isTableRow(block) ? 0 : block.words;
        }
        return unlikely / Math.max(1, words);
    }

    private boolean isSign(int i) {
        TextBlock block = page.block(i);
        for (SectionFeatures.Header header : SectionFeatures.Header.values()) {
            boolean telling = header != SectionFeatures.Header.TIME && header != SectionFeatures.Header.COMMENT;
            if (telling && header.matches(block)) {
                return true;
            }
        }
        return plain[i] != null || (SectionFeatures.Header.COMMENT.matches(block) && !block.endsSentence);
    }

    private void labelDropped(int title) {
        BlockLabel section = null;
        for (int i = 0; i < page.size(); i++) {
            TextBlock block = page.block(i);
            if (verdicts[i] != null && verdicts[i].kept()) {
                section = null;
                continue;
            }
            if (block.has(Marker.SECTION_HEADER) || (block.words <= SHORT_HEADER && block.has(Marker.COMMENT_NOTICE))) {
                section = BlockRules.sectionOf(block);
            }
            if (verdicts[i] == null) {
                verdicts[i] = Verdict.drop(labelOf(i, title, section), classifier(i));
            }
        }
    }

    private BlockLabel labelOf(int i, int title, BlockLabel section) {
        TextBlock block = page.block(i);
        if (block.has(Marker.COPY)) {
            return BlockLabel.LEGAL;
        }
        if (block.has(Marker.COMMENT_NOTICE)) {
            return BlockLabel.COMMENTS;
        }
        if (section != null && i > article.first()) {
            return section;
        }
        if (block.has(Marker.BYLINE) && block.words <= HEADING_WORDS) {
            return BlockLabel.BYLINE;
        }
        if (block.has(Marker.MARK_APPEAL)) {
            return BlockLabel.PROMOTION;
        }
        if (isSectionName(i, title)) {
            return BlockLabel.SECTION;
        }
        return byMarkers(i);
    }

    private BlockLabel byMarkers(int i) {
        TextBlock block = page.block(i);
        if (block.words <= HEADING_WORDS && (block.has(Marker.DATE) || block.has(Marker.TIME))) {
            return BlockLabel.DATELINE;
        }
        if (block.has(Marker.CAPTION)) {
            return BlockLabel.CAPTION;
        }
        if (block.has(Marker.COOKIE)) {
            return BlockLabel.LEGAL;
        }
        if (block.has(Marker.MARK_COMMENT)) {
            return BlockLabel.COMMENTS;
        }
        if (block.has(Marker.SHARE) || block.has(Marker.SUBS)) {
            return BlockLabel.PROMOTION;
        }
        boolean related =
                block.has(Marker.MORE) || block.has(Marker.MARK_MORE) || (i > article.last() && block.words > 3);
        return related ? BlockLabel.RELATED : BlockLabel.NAVIGATION;
    }

    /** A word or three right above or under the headline, or right above the article. */
    private boolean isSectionName(int i, int title) {
        TextBlock block = page.block(i);
        boolean near = title >= 0 ? Math.abs(i - title) <= 2 : i < article.first() && i >= article.first() - 2;
        return near
                && i < article.last()
                && block.words <= SECTION_NAME_WORDS
                && block.digits == 0
                && !block.endsSentence;
    }

    /** A short line inside the body, with prose of the body somewhere after it. */
    private void labelHeadings() {
        boolean proseAfter = false;
        for (int i = page.size() - 1; i >= 0; i--) {
            TextBlock block = page.block(i);
            if (!verdicts[i].kept()) {
                continue;
            }
            if (proseAfter && !block.endsSentence && block.words <= HEADING_WORDS && page.size() > 1) {
                verdicts[i] = Verdict.keep(BlockLabel.HEADING, verdicts[i].rule());
            }
            proseAfter |= page.isProse(i);
        }
    }

    private String classifier(int i) {
        return CLASSIFIER_RULES[(int) Math.round(probabilities[i] * 100)];
    }
}
