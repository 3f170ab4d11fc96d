package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearWeightsTest {
    @Test
    void whatWasWrittenIsReadAndSummed() throws IOException {
        Random random = new Random(5);
        double[][] coefficients = new double[4 + NgramFeatures.BUCKETS][3];
        for (double[] row : coefficients) {
            for (int o = 0; o < row.length; o++) {
                row[o] = random.nextGaussian();
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LinearWeights.write(bytes, coefficients, new double[] {0.5, -0.25, 0});
        LinearWeights read = LinearWeights.of(ToneWeights.read(new ByteArrayInputStream(bytes.toByteArray())), 4, 3);

        double[] outputs = read.outputs(new LinearExample(new float[] {0, 2, -1, 0.5f}, new int[] {0, 77, 131_071}));

        double[] bias = {0.5, -0.25, 0};
        for (int o = 0; o < 3; o++) {
            double expected = bias[o]
                    + 2 * coefficients[1][o]
                    - coefficients[2][o]
                    + 0.5 * coefficients[3][o]
                    + coefficients[4][o]
                    + coefficients[4 + 77][o]
                    + coefficients[4 + 131_071][o];
            // N-grams are kept as bytes: each is off by half a 127th of the greatest of its row at most.
            assertThat(outputs[o]).isCloseTo(expected, within(3 * 4 / 254.0));
        }
    }
}
