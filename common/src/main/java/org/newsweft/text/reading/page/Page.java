package org.newsweft.text.reading.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks of one raw text, their words, and the main run: the stretch that holds most of the running prose. What
 * every later step looks at; immutable once read, apart from its vocabulary, which nobody extends.
 */
public final class Page {
    private static final double PROSE_CREDIT_LIMIT = 60;
    private static final double OTHER_BLOCK_COST = -7;

    private final List<TextBlock> blocks;
    private final PageVocabulary vocabulary;
    private final boolean[] prose;
    private final Interval mainRun;
    private final int[] copies;
    private final boolean[] firstCopy;

    private Page(List<TextBlock> blocks, PageVocabulary vocabulary) {
        this.blocks = List.copyOf(blocks);
        this.vocabulary = vocabulary;
        int size = blocks.size();
        prose = new boolean[size];
        double[] scores = new double[size];
        Map<String, Integer> counts = new HashMap<>();
        firstCopy = new boolean[size];
        for (int i = 0; i < size; i++) {
            TextBlock block = blocks.get(i);
            prose[i] = block.isProse();
            scores[i] = prose[i] ? Math.min(block.words, PROSE_CREDIT_LIMIT) : OTHER_BLOCK_COST;
            firstCopy[i] = counts.merge(block.text, 1, Integer::sum) == 1;
        }
        mainRun = Interval.best(scores);
        copies = new int[size];
        for (int i = 0; i < size; i++) {
            copies[i] = counts.get(blocks.get(i).text);
        }
    }

    /** Splits a text at its line ends; lines of white space alone are no blocks. */
    public static Page of(String raw, Lexicon lexicon) {
        PageVocabulary vocabulary = new PageVocabulary(lexicon);
        BlockScanner scanner = new BlockScanner(lexicon, vocabulary);
        List<TextBlock> blocks = new ArrayList<>();
        int length = raw.length();
        int i = 0;
        while (i < length) {
            int lineEnd = i;
            while (lineEnd < length && !Whitespace.endsLine(raw.charAt(lineEnd))) {
                lineEnd++;
            }
            int from = i;
            int to = lineEnd;
            while (from < to && Whitespace.is(raw.charAt(from))) {
                from++;
            }
            while (to > from && Whitespace.is(raw.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                blocks.add(scanner.scan(blocks.size(), raw, from, to));
            }
            i = lineEnd + 1;
        }
        return new Page(blocks, vocabulary);
    }

    public int size() {
        return blocks.size();
    }

    public TextBlock block(int index) {
        return blocks.get(index);
    }

    public List<TextBlock> blocks() {
        return blocks;
    }

    public PageVocabulary vocabulary() {
        return vocabulary;
    }

    /** True for a line of running text, see {@link TextBlock#isProse()}. */
    public boolean isProse(int index) {
        return prose[index];
    }

    /** Where the running prose is: prose blocks gain their words, others cost seven. */
    public Interval mainRun() {
        return mainRun;
    }

    /** How often the very same block stands on the page. */
    public int copies(int index) {
        return copies[index];
    }

    /** False for a block whose text stood on the page before. */
    public boolean isFirstCopy(int index) {
        return firstCopy[index];
    }
}
