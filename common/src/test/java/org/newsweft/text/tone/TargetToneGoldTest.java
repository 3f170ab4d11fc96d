package org.newsweft.text.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The quality promised in docs/models/target-tone.md, on the official test set; no sentence of it was trained on. */
class TargetToneGoldTest {
    @Test
    void networkHoldsItsPromiseOnNewsMtsc() throws IOException {
        Path gold = SharedData.path("sentiment/newsmtsc_devtest_mt.jsonl");
        assumeTrue(Files.exists(gold), "the shared data are not at hand: " + gold);
        TargetToneGold result = TargetToneGold.measure(gold, ToneAnalyzer.load(ToneModel.EMBEDDING));
        assertThat(result.accuracy()).isGreaterThan(0.70);
        assertThat(result.macroF1()).isGreaterThan(0.67);
    }
}
