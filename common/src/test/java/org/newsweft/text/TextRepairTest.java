package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "said FranÃ§ois Delacroix|said François Delacroix",
                "the ministerâ€™s plan â€“ again|the minister’s plan – again",
                "the ThÃ©Ã¢tre in MontrÃ©al|the Théâtre in Montréal",
                "Ã‰lÃ©onore plays|Éléonore plays",
                "price of Â£5, Â© 2019|price of £5, © 2019",
                "ÐœÐ¸Ð½ came|Мин came",
                "a smile ðŸ˜€ here|a smile 😀 here",
                "twice: FranÃƒÂ§ois|twice: François",
                "right: Siân and café”—he wonâ€™t|right: Siân and café”—he won’t"
            })
    void utf8ThatWasReadWronglyIsReadRight(String wrong, String right) {
        assertThat(TextRepair.of(wrong)).isEqualTo(right);
    }

    @Test
    void aQuoteWhoseLastByteWasLostIsClosed() {
        assertThat(TextRepair.of("â€œWe wonâ€™t,â€ he said")).isEqualTo("“We won’t,” he said");
        assertThat(TextRepair.of("â€œWe wonâ€™t,â€\u009d he said")).isEqualTo("“We won’t,” he said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“CAFÉ” and “MENÜ” — it’s naïve, ¿no? £5 · 30°C «Là» Ærø Šiauliai Łódź",
                "He went to the café…” and “Spaß”.",
                "Château, Âge, IRMÃ, São Paulo, Ñuñoa, Åse, Þór, ð, ÀÉÎ",
                "Ελληνικά, Русский, 日本語, العربية, emoji 👩‍👩‍👧"
            })
    void rightTextIsLeftAsItIs(String text) {
        assertThat(TextRepair.of(text)).isSameAs(text);
    }

    @Test
    void whatWasReadWronglyComesBack() {
        // Windows-1252 has no character for five bytes, which are left out here.
        String letters = "abc éèêëñóöüçîôûÄÖÜß“”’—–…€ ";
        Random random = new Random(7);
        for (int n = 0; n < 500; n++) {
            StringBuilder text = new StringBuilder("naïve ");
            for (int i = 0; i < 30; i++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            String wrong = new String(bytes, Charset.forName("windows-1252"));
            if (wrong.indexOf('\uFFFD') < 0) {
                assertThat(TextRepair.of(wrong)).isEqualTo(text.toString());
            }
        }
    }

    @Test
    void controlsAreTheMarksOfWindows1252() {
        assertThat(TextRepair.of("a client\u0092s fee\u0097\u0093all\u0094\u0081"))
                .isEqualTo("a client’s fee—“all”");
    }

    @Test
    void marksWithoutWidthGo() {
        assertThat(TextRepair.of("\ufeffHam\u00adburg Anne\u200blise \u2060Bo\u200dn\u200en"))
                .isEqualTo("Hamburg Annelise Bonn");
        assertThat(TextRepair.of(null)).isNull();
    }
}
