package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/**
 * Which sections have begun above a block: a header such as "Comments" or "Related" changes what the prose under it is.
 * Also blocks that begin like another block (a list of headlines, then the same with teasers), and even lists.
 *
 * <p>Rows must be asked for in the order of the page.
 */
final class SectionFeatures {
    /** A short block that opens a section. */
    enum Header {
        COMMENT,
        MORE,
        AUTHOR,
        SHARE,
        SUBS,
        COPY,
        TAGS,
        TIME,
        STORY;

        boolean matches(TextBlock block) {
            int words = block.words;
            return switch (this) {
                case COMMENT ->
                    (words <= 9 && block.has(Marker.MARK_COMMENT))
                            || (words <= 14 && block.has(Marker.MARK_COMMENT_SAID) && !block.endsSentence);
                case MORE -> words <= 9 && (block.has(Marker.MORE) || block.has(Marker.MARK_MORE));
                case AUTHOR -> words <= 6 && block.has(Marker.MARK_AUTHOR);
                case SHARE -> words <= 9 && block.has(Marker.SHARE);
                case SUBS -> words <= 14 && block.has(Marker.SUBS);
                case COPY -> block.has(Marker.COPY);
                case TAGS -> words <= 25 && block.has(Marker.MARK_TAGS);
                case TIME -> words <= 14 && (block.has(Marker.TIME) || block.has(Marker.DATE)) && !block.endsSentence;
                case STORY -> words <= 8 && block.has(Marker.MARK_STORY);
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Header[] HEADERS = Header.values();
    private static final int FAR = 60;
    private static final int MIN_PREFIX = 4;
    private static final int MAX_PREFIX = 22;
    private static final int EVEN_REACH = 4;

    static final List<String> NAMES = names();

    private final Page page;
    private final int[] seen = new int[HEADERS.length];
    private final int[] lastSeen = new int[HEADERS.length];
    private final long[][] prefixHashes;
    private final Set<Long> wholeBlocks = new HashSet<>();
    private final Set<Long> properPrefixes = new HashSet<>();

    SectionFeatures(Page page) {
        this.page = page;
        Arrays.fill(lastSeen, -FAR);
        prefixHashes = new long[page.size()][];
        for (int i = 0; i < page.size(); i++) {
            long[] hashes = PrefixHashes.of(page.block(i).text, MAX_PREFIX);
            prefixHashes[i] = hashes;
            wholeBlocks.add(hashes[hashes.length - 1]);
            int spaced = page.block(i).spacedWords;
            for (int words = MIN_PREFIX; words < Math.min(spaced, MAX_PREFIX); words++) {
                properPrefixes.add(hashes[words - 1]);
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String prefix : List.of("m_", "mc_", "md_")) {
            for (Header header : HEADERS) {
                names.add(prefix + header.code());
            }
        }
        names.addAll(List.of("is_prefix", "has_prefix", "evenlen"));
        return List.copyOf(names);
    }

    void add(int index, FeatureRow row) {
        int runStart = page.mainRun().first();
        if (index == runStart) {
            Arrays.fill(seen, 0);
            Arrays.fill(lastSeen, index - FAR);
        }
        TextBlock block = page.block(index);
        boolean[] matches = new boolean[HEADERS.length];
        for (int k = 0; k < HEADERS.length; k++) {
            matches[k] = HEADERS[k].matches(block);
            row.add(matches[k]);
        }
        for (int count : seen) {
            row.add(Math.log1p(count));
        }
        for (int last : lastSeen) {
            row.add(index >= runStart ? Math.log1p(Math.min(index - last, FAR)) : -1);
        }
        for (int k = 0; k < HEADERS.length; k++) {
            seen[k] += matches[k] ? 1 : 0;
            lastSeen[k] = matches[k] ? index : lastSeen[k];
        }
        row.add(isPrefixOfAnother(index));
        row.add(beginsWithAnother(index));
        row.add(Math.log1p(evenNeighbours(index)));
    }

    private boolean isPrefixOfAnother(int index) {
        int spaced = page.block(index).spacedWords;
        long[] hashes = prefixHashes[index];
        return spaced >= MIN_PREFIX && spaced < MAX_PREFIX && properPrefixes.contains(hashes[hashes.length - 1]);
    }

    private boolean beginsWithAnother(int index) {
        int spaced = page.block(index).spacedWords;
        for (int words = MIN_PREFIX; words < Math.min(spaced, MAX_PREFIX); words++) {
            if (wholeBlocks.contains(prefixHashes[index][words - 1])) {
                return true;
            }
        }
        return false;
    }

    private int evenNeighbours(int index) {
        int even = 0;
        int words = page.block(index).words;
        int to = Math.min(page.size(), index + EVEN_REACH + 1);
        for (int i = Math.max(0, index - EVEN_REACH); i < to; i++) {
            if (i != index && Math.abs(page.block(i).words - words) <= 2) {
                even++;
            }
        }
        return even;
    }
}
