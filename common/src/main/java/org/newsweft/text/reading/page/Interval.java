package org.newsweft.text.reading.page;

/**
 * The stretch of a sequence with the highest sum (Kadane's algorithm); the earliest and shortest of equals.
 *
 * @param first index of its first element
 * @param last index of its last element, inclusive
 */
public record Interval(int first, int last) {
    public static Interval best(double[] scores) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int from = 0;
        Interval found = new Interval(0, 0);
        for (int i = 0; i < scores.length; i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += scores[i];
            if (sum > best) {
                best = sum;
                found = new Interval(from, i);
            }
        }
        return found;
    }

    public boolean contains(int index) {
        return first <= index && index <= last;
    }
}
