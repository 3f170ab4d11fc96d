package org.newsweft.text.reading.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.newsweft.text.reading.page.Page;

/**
 * All features of the body classifier: what a block shows itself, its place on the page, its neighbours and the
 * sections above it, then thresholds and products of some of these, which let a linear model bend.
 */
final class BodyFeatures {
    private record Threshold(String feature, List<Double> edges) {}

    private static final List<Threshold> THRESHOLDS = List.of(
            new Threshold("lw", List.of(1.2, 1.9, 2.5, 3.1, 3.9)),
            new Threshold("stop", List.of(.05, .2, .32, .45)),
            new Threshold("titlecase", List.of(.15, .4, .7, .95)),
            new Threshold("sim", List.of(.1, .3, .5, .75)),
            new Threshold("relw", List.of(.03, .1, .25, .5)),
            new Threshold("dend", List.of(-4.0, -2.2, -1.0, -.1, .1, 1.0, 2.2, 3.5)),
            new Threshold("dstart", List.of(-3.5, -2.2, -1.0, -.1, .1, 1.0, 2.2, 3.5)),
            new Threshold("dgprev", List.of(.8, 1.2, 1.7, 2.5)),
            new Threshold("dgnext", List.of(.8, 1.2, 1.7, 2.5)),
            new Threshold("linkrun", List.of(.1, .8, 1.3, 1.9, 2.6)),
            new Threshold("runshare", List.of(.2, .4, .6, .8)),
            new Threshold("comma", List.of(.01, .05, .1)),
            new Threshold("wl", List.of(3.5, 4.5, 5.5, 7.0)));

    private static final List<Map.Entry<String, String>> PRODUCTS = List.of(
            Map.entry("sentend", "in"),
            Map.entry("sentend", "lw"),
            Map.entry("stop", "in"),
            Map.entry("titlecase", "in"),
            Map.entry("sim", "in"),
            Map.entry("mc_comment", "sentend"),
            Map.entry("mc_more", "sentend"),
            Map.entry("mc_author", "sentend"),
            Map.entry("x_you", "sentend"),
            Map.entry("x_you", "in"),
            Map.entry("lw", "in"),
            Map.entry("x_cta", "lw"),
            Map.entry("x_subs", "lw"),
            Map.entry("x_share", "lw"),
            Map.entry("x_said", "sentend"),
            Map.entry("x_cookie", "lw"),
            Map.entry("q_start", "sentend"));

    private static final List<String> PLAIN = plainNames();
    private static final int[] THRESHOLD_COLUMNS = THRESHOLDS.stream()
            .mapToInt(threshold -> column(threshold.feature()))
            .toArray();
    private static final int[][] PRODUCT_COLUMNS = PRODUCTS.stream()
            .map(pair -> new int[] {column(pair.getKey()), column(pair.getValue())})
            .toArray(int[][]::new);

    /** Names in the order of the values. */
    static final List<String> NAMES = names();

    private BodyFeatures() {}

    private static List<String> plainNames() {
        List<String> names = new ArrayList<>(OwnFeatures.NAMES);
        names.addAll(PageFeatures.NAMES);
        names.addAll(NeighbourFeatures.NAMES);
        names.addAll(SectionFeatures.NAMES);
        return List.copyOf(names);
    }

    private static int column(String name) {
        int column = PLAIN.indexOf(name);
        if (column < 0) {
            throw new IllegalStateException("no feature " + name);
        }
        return column;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(PLAIN);
        for (Threshold threshold : THRESHOLDS) {
            for (double edge : threshold.edges()) {
                names.add(threshold.feature() + ">="
                        + (edge == Math.rint(edge) ? Long.toString((long) edge) : Double.toString(edge)));
            }
        }
        PRODUCTS.forEach(pair -> names.add(pair.getKey() + "*" + pair.getValue()));
        return List.copyOf(names);
    }

    /** Takes the row of one block; the array is overwritten for the next one. */
    interface RowConsumer {
        void accept(int index, double[] features);
    }

    /**
     * Computes the features of every block, in order.
     */
    static void forEachBlock(Page page, PageFeatures pageFeatures, RowConsumer consumer) {
        NeighbourFeatures neighbours = new NeighbourFeatures(page);
        SectionFeatures sections = new SectionFeatures(page);
        FeatureRow row = new FeatureRow(NAMES.size());
        double[] plain = new double[PLAIN.size()];
        for (int i = 0; i < page.size(); i++) {
            row.clear();
            OwnFeatures.add(page, i, row);
            pageFeatures.add(i, row);
            neighbours.add(i, row);
            sections.add(i, row);
            row.copyTo(plain);
            addDerived(plain, row);
            consumer.accept(i, row.values());
        }
    }

    private static void addDerived(double[] plain, FeatureRow row) {
        for (int k = 0; k < THRESHOLD_COLUMNS.length; k++) {
            double value = plain[THRESHOLD_COLUMNS[k]];
            for (double edge : THRESHOLDS.get(k).edges()) {
                row.add(value >= edge);
            }
        }
        for (int[] pair : PRODUCT_COLUMNS) {
            row.add(plain[pair[0]] * plain[pair[1]]);
        }
    }
}
