package org.newsweft.text.tone.words;

/** Rounding of scores where they are made, so that sums of them are the same in every order. */
public final class Decimals {
    private static final double MILLION = 1e6;

    private Decimals() {}

    /** {@code value} to six decimals, half to even; minus zero becomes zero. */
    public static double six(double value) {
        return Math.rint(value * MILLION) / MILLION + 0.0;
    }
}
