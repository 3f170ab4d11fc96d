package org.newsweft.text.tone;

/**
 * Turns what a model and the rules find in a sentence into probabilities that hold for running news: multinomial
 * logistic regression on {@link TargetTones#inputs}, learnt from mentions drawn at random from articles as they come.
 *
 * <p>Weights are the arrays {@code coefficients} (inputs by classes) and {@code bias}, and {@code balanced}: what to add
 * for sentences chosen because they judge somebody, as those of NewsMTSC.
 */
final class ToneHead {
    private static final int CLASSES = 3;

    private final int inputs;
    private final float[] coefficients;
    private final float[] bias;

    ToneHead(ToneWeights weights, int inputs) {
        this.inputs = inputs;
        this.coefficients = weights.array("coefficients", inputs, CLASSES);
        this.bias = weights.array("bias", CLASSES);
    }

    /** Logits of negative, neutral and positive. */
    double[] logits(double[] numbers) {
        if (numbers.length != inputs) {
            throw new IllegalArgumentException(numbers.length + " numbers instead of " + inputs);
        }
        double[] logits = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            logits[c] = bias[c];
        }
        for (int i = 0; i < inputs; i++) {
            if (numbers[i] != 0) {
                for (int c = 0; c < CLASSES; c++) {
                    logits[c] += numbers[i] * coefficients[i * CLASSES + c];
                }
            }
        }
        return logits;
    }
}
