package org.newsweft.text.reading.body;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/** Where a block stands on its page, how it relates to the main run, and what it shares with the rest of the prose. */
public final class PageFeatures {
    static final List<String> NAMES = List.of(
            "rel",
            "labs",
            "lfromend",
            "relw",
            "in",
            "dstart",
            "dend",
            "runlen",
            "runshare",
            "nblocks",
            "avgw",
            "toprel",
            "sim",
            "simmax",
            "slug",
            "slugsim",
            "title_before",
            "wbefore_good",
            "wafter_good",
            "goodflag",
            "linkrun",
            "h_next_good",
            "dgprev",
            "dgnext");

    private static final double FAR = 99;
    private static final double GAP_LIMIT = 50;
    private static final int LINK_WORDS = 7;

    private final Page page;
    private final int[] proseBlocksWith;
    private final int[] blocksWith;
    private final boolean[] inAddress;
    private final int addressWords;
    private final double[] wordsUpTo;
    private final double[] proseWordsUpTo;
    private final double[] gapBefore;
    private final double[] gapAfter;
    private final int[] linkRun;
    private final double runWords;
    private final double longest;

    /** Counts what all blocks need; {@code addressWords} are the words of the page's URL. */
    public PageFeatures(Page page, Set<String> addressWords) {
        this.page = page;
        int size = page.size();
        int vocabularySize = page.vocabulary().size();
        proseBlocksWith = new int[vocabularySize];
        blocksWith = new int[vocabularySize];
        inAddress = new boolean[vocabularySize];
        this.addressWords = addressWords.size();
        wordsUpTo = new double[size + 1];
        proseWordsUpTo = new double[size + 1];
        gapBefore = new double[size];
        gapAfter = new double[size];
        linkRun = new int[size];
        for (String word : addressWords) {
            int id = page.vocabulary().find(word);
            if (id >= 0) {
                inAddress[id] = true;
            }
        }
        double most = 0;
        for (int i = 0; i < size; i++) {
            count(i);
            most = Math.max(most, page.block(i).words);
        }
        longest = Math.max(1, most);
        runWords = size == 0
                ? 0
                : wordsUpTo[page.mainRun().last() + 1]
                        - wordsUpTo[page.mainRun().first()];
        measureGaps();
        measureLinkRuns();
    }

    private void count(int index) {
        TextBlock block = page.block(index);
        boolean counts = page.isProse(index) && page.mainRun().contains(index);
        for (int word : block.contentWords) {
            blocksWith[word]++;
            proseBlocksWith[word] += counts ? 1 : 0;
        }
        wordsUpTo[index + 1] = wordsUpTo[index] + block.words;
        proseWordsUpTo[index + 1] = proseWordsUpTo[index] + (page.isProse(index) ? block.words : 0);
    }

    private void measureGaps() {
        double last = -FAR;
        for (int i = 0; i < page.size(); i++) {
            gapBefore[i] = i - last;
            last = page.isProse(i) ? i : last;
        }
        last = page.size() + FAR;
        for (int i = page.size() - 1; i >= 0; i--) {
            gapAfter[i] = last - i;
            last = page.isProse(i) ? i : last;
        }
    }

    /** Length of the surrounding run of short blocks that do not end like sentences: menus, lists of links. */
    private void measureLinkRuns() {
        int i = 0;
        while (i < page.size()) {
            int end = i;
            while (end < page.size() && isShort(page.block(end))) {
                end++;
            }
            Arrays.fill(linkRun, i, end, end - i);
            i = Math.max(end, i + 1);
        }
    }

    private static boolean isShort(TextBlock block) {
        return block.words <= LINK_WORDS && !block.endsSentence;
    }

    /** Share of the block's content words that occur in other prose blocks of the main run. */
    double similarity(int index) {
        int[] words = page.block(index).contentWords;
        int own = page.mainRun().contains(index) && page.isProse(index) ? 1 : 0;
        int shared = 0;
        for (int word : words) {
            shared += proseBlocksWith[word] > own ? 1 : 0;
        }
        return words.length == 0 ? 0 : (double) shared / words.length;
    }

    int linkRun(int index) {
        return linkRun[index];
    }

    void add(int index, FeatureRow row) {
        int size = page.size();
        TextBlock block = page.block(index);
        Interval run = page.mainRun();
        double total = Math.max(1, wordsUpTo[size]);
        double proseTotal = Math.max(1, proseWordsUpTo[size]);
        row.add((double) index / size);
        row.add(Math.log1p(index));
        row.add(Math.log1p(size - 1 - index));
        row.add((wordsUpTo[index + 1] - block.words / 2.0) / total);
        row.add(run.contains(index));
        row.add(signedLog(index - run.first()));
        row.add(signedLog(index - run.last()));
        row.add(Math.log1p(run.last() - run.first()));
        row.add(runWords / total);
        row.add(Math.log1p(size));
        row.add(wordsUpTo[size] / size);
        row.add(block.words / longest);
        addOverlap(block, index, row);
        row.add(proseWordsUpTo[index] / proseTotal);
        row.add(1 - proseWordsUpTo[index + 1] / proseTotal);
        row.add(page.isProse(index));
        row.add(Math.log1p(linkRun[index]));
        row.add(index + 1 < size && page.isProse(index + 1));
        row.add(Math.log1p(Math.min(gapBefore[index], GAP_LIMIT)));
        row.add(Math.log1p(Math.min(gapAfter[index], GAP_LIMIT)));
    }

    private void addOverlap(TextBlock block, int index, FeatureRow row) {
        int[] words = block.contentWords;
        int proseCount = 0;
        int shared = 0;
        double rareShared = 0;
        for (int word : words) {
            proseCount += proseBlocksWith[word];
            if (inAddress[word]) {
                shared++;
                rareShared += 1.0 / blocksWith[word];
            }
        }
        row.add(similarity(index));
        row.add(Math.log1p((double) proseCount / Math.max(1, words.length)));
        row.add((double) shared / Math.max(1, addressWords));
        row.add((double) shared / Math.max(1, words.length));
        row.add(rareShared);
    }

    static double signedLog(double distance) {
        return Math.copySign(Math.log1p(Math.abs(distance)), distance);
    }
}
