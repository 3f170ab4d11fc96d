package org.newsweft.statistics;

/** How well told classes agree with gold ones. Classes are numbered from 0. */
public final class ClassAgreement {
    private final long[][] counts;

    /** @param classes how many classes there are */
    public ClassAgreement(int classes) {
        this.counts = new long[classes][classes];
    }

    /** Counts one example. */
    public void add(int gold, int told) {
        counts[gold][told]++;
    }

    /** Share of the examples told right; 0 of none. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int gold = 0; gold < counts.length; gold++) {
            right += counts[gold][gold];
            for (long count : counts[gold]) {
                all += count;
            }
        }
        return (double) right / Math.max(1, all);
    }

    /** Harmonic mean of precision and recall of one class: 2 right / (gold + told); 0 if it is neither. */
    public double f1(int one) {
        long marked = 0;
        for (int other = 0; other < counts.length; other++) {
            marked += counts[one][other] + counts[other][one];
        }
        return 2.0 * counts[one][one] / Math.max(1, marked);
    }

    /** Mean of {@link #f1} over all classes. */
    public double macroF1() {
        double sum = 0;
        for (int one = 0; one < counts.length; one++) {
            sum += f1(one);
        }
        return sum / counts.length;
    }
}
