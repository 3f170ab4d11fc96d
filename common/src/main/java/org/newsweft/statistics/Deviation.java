package org.newsweft.statistics;

/** How far each value of a series lies from their mean, in standard deviations. */
public final class Deviation {
    private Deviation() {}

    /**
     * Standard scores, {@code (x - mean) / s} with the sample deviation {@code s} (divisor n - 1).
     *
     * @param values the series
     * @return a score per value; all null if the values do not vary, or there is but one
     */
    public static Double[] standardScores(double[] values) {
        Double[] scores = new Double[values.length];
        if (!varies(values)) {
            return scores;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (values.length - 1));
        for (int i = 0; i < values.length; i++) {
            scores[i] = (values[i] - mean) / deviation;
        }
        return scores;
    }

    /** Equal values may differ from their computed mean in the last digit: compared with each other instead. */
    private static boolean varies(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
