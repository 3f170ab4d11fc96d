package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.List;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.TextBlock;

/** The blocks around a block: what the nearest three on each side look like, and how much prose is near. */
final class NeighbourFeatures {
    private static final List<String> OF_NEIGHBOUR =
            List.of("lw", "sentend", "stop", "titlecase", "x_share", "x_more", "x_subs", "x_comment", "cap");
    private static final int[] SHIFTS = {-1, -2, -3, 1, 2, 3};
    private static final int[] WINDOWS = {3, 8};
    private static final double BEYOND_THE_EDGE = -1;

    static final List<String> NAMES = names();

    private final Page page;
    private final int[] proseUpTo;
    private final int[] proseWordsUpTo;

    NeighbourFeatures(Page page) {
        this.page = page;
        proseUpTo = new int[page.size() + 1];
        proseWordsUpTo = new int[page.size() + 1];
        for (int i = 0; i < page.size(); i++) {
            boolean prose = page.isProse(i);
            proseUpTo[i + 1] = proseUpTo[i] + (prose ? 1 : 0);
            proseWordsUpTo[i + 1] = proseWordsUpTo[i] + (prose ? page.block(i).words : 0);
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int shift : SHIFTS) {
            for (String name : OF_NEIGHBOUR) {
                names.add(name + "@" + shift);
            }
        }
        for (int window : WINDOWS) {
            names.addAll(List.of("gl" + window, "gr" + window, "gwl" + window, "gwr" + window));
        }
        return List.copyOf(names);
    }

    void add(int index, FeatureRow row) {
        for (int shift : SHIFTS) {
            addNeighbour(index + shift, row);
        }
        for (int window : WINDOWS) {
            int from = Math.max(0, index - window);
            int to = Math.min(page.size(), index + 1 + window);
            row.add((proseUpTo[index] - proseUpTo[from]) / (double) window);
            row.add((proseUpTo[to] - proseUpTo[index + 1]) / (double) window);
            row.add(Math.log1p(proseWordsUpTo[index] - proseWordsUpTo[from]));
            row.add(Math.log1p(proseWordsUpTo[to] - proseWordsUpTo[index + 1]));
        }
    }

    private void addNeighbour(int index, FeatureRow row) {
        if (index < 0 || index >= page.size()) {
            for (int i = 0; i < OF_NEIGHBOUR.size(); i++) {
                row.add(BEYOND_THE_EDGE);
            }
            return;
        }
        TextBlock block = page.block(index);
        row.add(Math.log1p(block.words));
        row.add(block.endsSentence);
        row.add(block.functionShare());
        row.add(block.titleCaseShare());
        row.add(block.has(Marker.SHARE));
        row.add(block.has(Marker.MORE));
        row.add(block.has(Marker.SUBS));
        row.add(block.has(Marker.COMMENT));
        row.add(block.capitalisedWords / (double) Math.max(1, block.alphabeticWords));
    }
}
