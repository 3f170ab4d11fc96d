package org.newsweft.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
    private static final LanguageDetector LANGUAGES = LanguageDetector.load();

    @Test
    void newsIsToldByItsWords() {
        assertThat(LANGUAGES.of(
                        "The minister said on Monday that the talks had been useful, and that they would go on for as "
                                + "long as it takes. He did not say when the next round is to be held."))
                .isEqualTo("en");
        assertThat(
                        LANGUAGES.of(
                                "Der Minister sagte am Montag, die Gespräche seien nützlich gewesen und würden "
                                        + "fortgesetzt, solange es nötig sei. Wann die nächste Runde stattfinden soll, sagte er nicht."))
                .isEqualTo("de");
        assertThat(
                        LANGUAGES.of(
                                "El ministro dijo el lunes que las conversaciones habían sido útiles y que "
                                        + "continuarían el tiempo que fuera necesario. No precisó cuándo se celebrará la próxima ronda."))
                .isEqualTo("es");
        assertThat(LANGUAGES.of(
                        "Министр заявил в понедельник, что переговоры были полезными и продолжатся столько, сколько "
                                + "потребуется. Когда состоится следующий раунд, он не сказал."))
                .isEqualTo("ru");
    }

    @Test
    void namesAndQuotationsOfOtherLanguagesLeaveEnglishEnglish() {
        assertThat(LANGUAGES.of("“Nous ne céderons rien, et nous irons jusqu'au bout,” François Hollande told Le Monde "
                        + "and the Frankfurter Allgemeine Zeitung at the Élysée, where Ségolène Royal and "
                        + "Jean-Marc Ayrault had been with him. Der Spiegel said that it was not the first time."))
                .isEqualTo("en");
    }

    @Test
    void whatIsTooShortOrNoProseIsNotTold() {
        assertThat(LANGUAGES.of("")).isNull();
        assertThat(LANGUAGES.of("Treffen in Berlin")).isNull();
        assertThat(LANGUAGES.of("12.30 14.05 | 3-1 | ".repeat(40))).isNull();
    }

    @Test
    void codesAreReadInAllTheirForms() {
        assertThat(new String[] {"en-US", "EN", "eng", "English", "en_GB"})
                .extracting(LanguageCode::of)
                .containsOnly("en");
        assertThat(new String[] {"deu", "ger", "German", "cmn", "zh-Hans", "nob", "", "und", "x", null})
                .extracting(LanguageCode::of)
                .containsExactly("de", "de", "de", "zh", "zh", "no", null, null, null, null);
    }
}
