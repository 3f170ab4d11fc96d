package org.newsweft.text.reading.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A logistic regression over named features on their raw scale, read from a table of names and weights. */
final class LogisticModel {
    private static final String BIAS = "BIAS";

    private final double bias;
    private final double[] weights;

    private LogisticModel(double bias, double[] weights) {
        this.bias = bias;
        this.weights = weights;
    }

    /**
     * Reads a table of weights.
     *
     * @param lines tab-separated, a header line first: feature, weight; further columns are ignored
     * @param features names in the order in which {@link #probability} will be given their values
     * @throws IllegalStateException if the table lacks one of the features or has one that is not among them
     */
    static LogisticModel of(List<String> lines, List<String> features) {
        Map<String, Double> table = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            table.put(cells[0], Double.parseDouble(cells[1]));
        }
        Double bias = table.remove(BIAS);
        if (bias == null || table.size() != features.size()) {
            throw new IllegalStateException("the table does not fit " + features.size() + " features");
        }
        double[] weights = new double[features.size()];
        for (int i = 0; i < weights.length; i++) {
            Double weight = table.get(features.get(i));
            if (weight == null) {
                throw new IllegalStateException("the table has no weight for " + features.get(i));
            }
            weights[i] = weight;
        }
        return new LogisticModel(bias, weights);
    }

    double probability(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The logarithm of the odds, with the probability held between .003 and .997. */
    static double logit(double probability) {
        double held = Math.min(.997, Math.max(.003, probability));
        return Math.log(held / (1 - held));
    }
}
