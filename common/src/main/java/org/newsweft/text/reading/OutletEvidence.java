package org.newsweft.text.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.reading.date.DateOrder;
import org.newsweft.text.reading.date.NumericDates;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.LineHashes;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.Whitespace;

/**
 * What one document tells of the documents of its outlet: which lines it has, and how it writes dates. It depends on the
 * record alone, never on what is known of other documents, so that evidence can be counted in any order.
 *
 * @param outlet name or host of the outlet as the record gives it, in lower case; empty if it gives neither. The documents
 *     without one are counted together
 * @param lines hashes of the distinct lines, in the order of the text, at most 5,000
 * @param storyLines those of {@code lines} that, by where they stand, are what the article says: direct speech, and
 *     sentences in the midst of its running text. They are no evidence of a line that is not news
 * @param sketch {@value #SKETCH_SIZE} MinHash values of the word triples of the running text: documents with the same text
 *     share them all, documents with as good as the same text most of them; with the title, where there is no story
 * @param dateOrder the order that its dates of the form 13/4/2015 or 4/13/2015 show, {@link DateOrder#UNKNOWN} if it has
 *     none or both
 * @param isDateAmbiguous true if it has a date of the form 3/4/2015
 */
public record OutletEvidence(
        String outlet,
        List<Long> lines,
        List<Long> storyLines,
        List<Long> sketch,
        DateOrder dateOrder,
        boolean isDateAmbiguous) {
    /** Values of a sketch; odd, so that the counts they give have a middle one. */
    public static final int SKETCH_SIZE = 5;

    private static final int MAX_LINES = 5_000;
    private static final int MIN_SENTENCE_WORDS = 5;
    private static final int PROSE_AROUND = 2;
    private static final int MIN_SPOKEN_WORDS = 4;
    private static final double MUCH_SPOKEN = .3;
    private static final int GRAM = 3;
    private static final int ENOUGH_GRAMS = 20;

    /** What only a line that speaks to the reader has. */
    private static final Set<Marker> ADDRESSES = Set.of(
            Marker.SUBS,
            Marker.CTA,
            Marker.SHARE,
            Marker.COOKIE,
            Marker.COPY,
            Marker.MORE,
            Marker.COMMENT,
            Marker.UPDMETA,
            Marker.MARK_APPEAL,
            Marker.MARK_MORE);

    public OutletEvidence {
        lines = List.copyOf(lines);
        storyLines = List.copyOf(storyLines);
        sketch = List.copyOf(sketch);
    }

    /** What a page tells. */
    static OutletEvidence of(Page page, long[] lineHashes, RawDocument document, PageAddress address) {
        boolean[] inStory = inStory(page);
        Set<Long> lines = new LinkedHashSet<>();
        Set<Long> elsewhere = new HashSet<>();
        for (int i = 0; i < lineHashes.length && lines.size() < MAX_LINES; i++) {
            if (lineHashes[i] != 0) {
                lines.add(lineHashes[i]);
                if (!inStory[i]) {
                    elsewhere.add(lineHashes[i]);
                }
            }
        }
        NumericDates dates = NumericDates.of(page, document.date(), address);
        return new OutletEvidence(
                outlet(document, address),
                List.copyOf(lines),
                lines.stream().filter(line -> !elsewhere.contains(line)).toList(),
                Arrays.stream(sketch(page, inStory, document.title())).boxed().toList(),
                dates.order(),
                dates.isAmbiguous());
    }

    private static String outlet(RawDocument document, PageAddress address) {
        if (document.outlet() != null && !document.outlet().isBlank()) {
            return Whitespace.collapse(document.outlet(), 0, document.outlet().length())
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
        return address.outlet() == null ? "" : address.outlet();
    }

    /** Direct speech, and sentences with running text above and below. */
    private static boolean[] inStory(Page page) {
        Interval run = page.mainRun();
        int[] proseUpTo = new int[page.size() + 1];
        for (int i = 0; i < page.size(); i++) {
            proseUpTo[i + 1] = proseUpTo[i] + (page.isProse(i) && run.contains(i) ? 1 : 0);
        }
        boolean[] inStory = new boolean[page.size()];
        for (int i = 0; i < page.size(); i++) {
            TextBlock block = page.block(i);
            boolean amongProse =
                    proseUpTo[i] >= PROSE_AROUND && proseUpTo[page.size()] - proseUpTo[i + 1] >= PROSE_AROUND;
            boolean sentence = block.endsSentence && block.words >= MIN_SENTENCE_WORDS;
            inStory[i] = isSpoken(block)
                    || (amongProse && sentence && ADDRESSES.stream().noneMatch(block::has));
        }
        return inStory;
    }

    /** True if much of the block stands between quotation marks, and more than a title or a term. */
    private static boolean isSpoken(TextBlock block) {
        int spoken = 0;
        int words = 0;
        int open = -1;
        for (int i = 0; i < block.text.length(); i++) {
            char c = block.text.charAt(i);
            boolean opens = c == '“' || c == '«' || c == '„' || (c == '"' && open < 0);
            boolean closes = c == '”' || c == '»' || c == '"';
            if (opens && open < 0) {
                open = i;
            } else if (closes && open >= 0) {
                spoken += i - open;
                words += wordsBetween(block.text, open, i);
                open = -1;
            }
        }
        // A speech of several paragraphs closes its marks only at the end of the last.
        if (open == 0) {
            spoken += block.text.length();
            words += block.words;
        }
        return words >= MIN_SPOKEN_WORDS && spoken >= MUCH_SPOKEN * block.text.length();
    }

    private static int wordsBetween(String text, int from, int to) {
        int words = 1;
        for (int i = from; i < to; i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /**
     * Of the story's sentences; of all running text, or of the whole text, where these are too few to tell. Pages that show
     * the same wall in the place of their story are different pages all the same: their titles tell.
     */
    private static long[] sketch(Page page, boolean[] inStory, String title) {
        long titleHash = title == null ? 0 : LineHashes.of(title);
        long[] hashes = new long[page.vocabulary().size()];
        for (int id = 0; id < hashes.length; id++) {
            hashes[id] = LineHashes.of(page.vocabulary().word(id));
        }
        long[] sketch = new long[SKETCH_SIZE];
        for (int level = 0; level < 3; level++) {
            Arrays.fill(sketch, Long.MAX_VALUE);
            int grams = 0;
            for (TextBlock block : page.blocks()) {
                boolean counts = level == 0 ? inStory[block.number] : level == 2 || page.isProse(block.number);
                grams += counts ? add(block.parts, hashes, sketch) : 0;
            }
            if (grams >= ENOUGH_GRAMS || level == 2) {
                for (int k = 0; k < SKETCH_SIZE && level > 0; k++) {
                    sketch[k] = titleHash == 0 ? sketch[k] : mixed(sketch[k] ^ mixed(titleHash));
                }
                return sketch;
            }
        }
        return sketch;
    }

    /** Minima over the triples, each hash mixed anew for each value (Broder 1997). */
    private static int add(int[] words, long[] hashes, long[] sketch) {
        int grams = Math.max(0, words.length - GRAM + 1);
        for (int i = 0; i < grams; i++) {
            long gram = (hashes[words[i]] * 31 + hashes[words[i + 1]]) * 31 + hashes[words[i + 2]];
            for (int k = 0; k < SKETCH_SIZE; k++) {
                sketch[k] = Math.min(sketch[k], mixed(gram + k * 0x9e3779b97f4a7c15L));
            }
        }
        return grams;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
