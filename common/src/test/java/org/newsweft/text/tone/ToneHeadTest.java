package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ToneHeadTest {
    @Test
    void logitsAreTheBiasAndTheWeightedNumbers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(2);
        array(out, "bias", new int[] {3}, 0.5f, 1, -1);
        array(out, "coefficients", new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
        ToneHead head = new ToneHead(ToneWeights.read(new ByteArrayInputStream(bytes.toByteArray())), 2);

        // .5 + 1 * .5 + 4 * .25, 1 + 2 * .5 + 5 * .25, -1 + 3 * .5 + 6 * .25.
        assertThat(head.logits(new double[] {0.5, 0.25})).containsExactly(2, 3.25, 2);
        assertThatThrownBy(() -> head.logits(new double[] {1})).hasMessageContaining("1 numbers instead of 2");
    }

    private static void array(DataOutputStream out, String name, int[] shape, float... numbers) throws IOException {
        out.writeUTF(name);
        out.writeInt(shape.length);
        for (int size : shape) {
            out.writeInt(size);
        }
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }
}
