package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.newsweft.text.Span;
import org.newsweft.text.reading.page.CreditLines;
import org.newsweft.text.reading.page.InlineMarkup;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.Verdict;
import org.newsweft.text.reading.page.Whitespace;

/**
 * The clean body of a page, put together from its kept blocks.
 *
 * @param blocks all blocks with their verdicts
 * @param text the body
 * @param removedShare share of the characters of all blocks that are not in the body
 * @param offsets the way back to the raw text
 */
public record BodyText(List<Block> blocks, String text, double removedShare, OffsetMap offsets) {
    private static final String BETWEEN_BLOCKS = "\n\n";

    /** The input as it came; the blocks are labelled, but all kept. */
    public static BodyText unchanged(Page page, String raw, Verdict[] verdicts) {
        Verdict[] kept = new Verdict[verdicts.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = verdicts[i].kept() ? verdicts[i] : Verdict.keep(verdicts[i].label(), "boilerplate kept as asked");
        }
        return new BodyText(blocks(page, raw, kept), raw, 0, OffsetMap.identity(raw.length()));
    }

    /**
     * Kept blocks joined by blank lines, inline markup cut out, missing spaces put in. A text that loses nothing and has
     * blank lines between its blocks already comes out as it went in.
     *
     * @param missingSpaces where words are glued, see {@link GluedWords#find}
     */
    public static BodyText of(Page page, String raw, Verdict[] verdicts, Map<Integer, List<Integer>> missingSpaces) {
        OffsetMap.Builder builder = new OffsetMap.Builder(raw);
        long all = 0;
        long kept = 0;
        boolean changed = false;
        for (TextBlock block : page.blocks()) {
            int length = block.end - block.start;
            all += length;
            if (!verdicts[block.number].kept()) {
                changed = true;
                continue;
            }
            kept += length;
            if (!builder.isEmpty()) {
                builder.joint(BETWEEN_BLOCKS);
            }
            List<Span> markup = cuts(raw, block);
            List<Integer> splits = missingSpaces.getOrDefault(block.number, List.of());
            changed |= !markup.isEmpty() || !splits.isEmpty() || !isPlain(raw, block);
            kept -= append(raw, block, markup, splits, builder);
        }
        List<Block> blocks = blocks(page, raw, verdicts);
        if (!changed && hasBlankLines(page, raw)) {
            return new BodyText(blocks, raw, 0, OffsetMap.identity(raw.length()));
        }
        double removed = all == 0 ? 0 : (double) (all - kept) / all;
        return new BodyText(blocks, builder.text(), removed, builder.offsets());
    }

    /** Inline markup, and credits at the ends, in their order; what overlaps is cut once. */
    private static List<Span> cuts(String raw, TextBlock block) {
        List<Span> markup = InlineMarkup.find(raw, block.start, block.end);
        List<Span> credits = block.has(Marker.CREDIT_LINE) ? CreditLines.find(raw, block.start, block.end) : List.of();
        if (credits.isEmpty()) {
            return markup;
        }
        List<Span> cuts = new ArrayList<>(credits);
        for (Span tag : markup) {
            if (credits.stream().noneMatch(credit -> tag.start() < credit.end() && credit.start() < tag.end())) {
                cuts.add(tag);
            }
        }
        cuts.sort(Comparator.comparingInt(Span::start));
        return cuts;
    }

    private static List<Block> blocks(Page page, String raw, Verdict[] verdicts) {
        List<Block> blocks = new ArrayList<>(page.size());
        for (TextBlock block : page.blocks()) {
            Verdict verdict = verdicts[block.number];
            blocks.add(new Block(
                    block.number,
                    block.start,
                    block.end,
                    raw.substring(block.start, block.end),
                    verdict.label(),
                    verdict.kept(),
                    verdict.rule()));
        }
        return blocks;
    }

    /** Appends a block without its markup, with single spaces; returns how many characters of markup were left out. */
    private static int append(
            String raw, TextBlock block, List<Span> markup, List<Integer> splits, OffsetMap.Builder builder) {
        int cut = 0;
        int nextMarkup = 0;
        int nextSplit = 0;
        int collapsed = 0;
        int i = block.start;
        boolean atStart = true;
        while (i < block.end) {
            if (nextMarkup < markup.size() && markup.get(nextMarkup).start() == i) {
                Span span = markup.get(nextMarkup++);
                collapsed += Whitespace.collapse(raw, span.start(), span.end()).length();
                cut += span.length();
                i = span.end();
                continue;
            }
            if (nextSplit < splits.size() && splits.get(nextSplit) == collapsed) {
                nextSplit++;
                builder.joint(" ");
            }
            if (Whitespace.is(raw.charAt(i))) {
                int end = i;
                while (end < block.end && Whitespace.is(raw.charAt(end))) {
                    end++;
                }
                if (!atStart && builder.last() != ' ' && !isCutTail(end, block, markup, nextMarkup)) {
                    appendSpace(raw, i, builder);
                }
                collapsed++;
                i = end;
                continue;
            }
            builder.raw(i, i + 1);
            atStart = false;
            collapsed++;
            i++;
        }
        return cut;
    }

    private static void appendSpace(String raw, int at, OffsetMap.Builder builder) {
        if (raw.charAt(at) == ' ') {
            builder.raw(at, at + 1);
        } else {
            builder.joint(" ");
        }
    }

    /** True if nothing but one last stretch of markup follows, so that a space would end the block. */
    private static boolean isCutTail(int at, TextBlock block, List<Span> markup, int next) {
        return next < markup.size()
                && markup.get(next).start() == at
                && markup.get(next).end() == block.end;
    }

    private static boolean isPlain(String raw, TextBlock block) {
        return block.text.length() == block.end - block.start && raw.startsWith(block.text, block.start);
    }

    private static boolean hasBlankLines(Page page, String raw) {
        for (int i = 1; i < page.size(); i++) {
            int breaks = 0;
            for (int at = page.block(i - 1).end; at < page.block(i).start; at++) {
                breaks += raw.charAt(at) == '\n' ? 1 : 0;
            }
            if (breaks < 2) {
                return false;
            }
        }
        return true;
    }
}
