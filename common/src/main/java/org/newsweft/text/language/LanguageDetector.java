package org.newsweft.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.newsweft.text.Resources;

/**
 * Tells the language of an article. Text that is full of English function words is English, whatever names and quotations
 * stand in it, and that is all that most news costs; the rest is judged by Apache OpenNLP's model of 103 languages, which
 * is believed only where it is sure. A text that cannot be told is what its record claims.
 *
 * <p>Immutable after loading, to be shared by all threads.
 */
public final class LanguageDetector {
    /** ISO 639-1 code of the language that is analysed. */
    public static final String ENGLISH = "en";

    private static final String MODEL = "/langdetect-183.bin";
    private static final String MODEL_ENGLISH = "eng";

    /** A language shows early: more text would cost time and change nothing. */
    private static final int SAMPLE = 3_000;

    /** In shorter texts names decide. */
    private static final int LEAST_LETTERS = 100;

    /** English news has a share of .25 to .45 of these words, other languages hardly any. */
    private static final double ENGLISH_SHARE = .12;

    private static final int ENGLISH_KINDS = 4;

    /**
     * How many times likelier than English another language must be, and the share of English function words that it
     * may have. Set on texts of 100 letters and more: no one of 9,000 English articles passes for foreign, and some 95 %
     * of quotations in six other languages do.
     */
    private static final double SURE = 3;

    private static final double FOREIGN_SHARE = .06;

    /** Function words of English that other languages written in Latin script do not have, or rarely. */
    private static final Set<String> ENGLISH_WORDS = Set.of(
            ("the and of that with were has have been his this from they their which would said it by are not but who about"
                            + " after when than its will she him you what there could into more other some such only"
                            + " over also because before between through while")
                    .split(" ", -1));

    private static final Map<UnicodeScript, String> UNKNOWN_SCRIPTS = Map.of(
            UnicodeScript.MYANMAR,
            "my",
            UnicodeScript.KHMER,
            "km",
            UnicodeScript.LAO,
            "lo",
            UnicodeScript.TIBETAN,
            "bo",
            UnicodeScript.ETHIOPIC,
            "am");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final LanguageDetectorModel model;

    private LanguageDetector(LanguageDetectorModel model) {
        this.model = model;
    }

    /** Loads the model from the class path: two thirds of a second and 40 MB of heap, once per executor. */
    public static LanguageDetector load() {
        try (InputStream in = Resources.open(LanguageDetector.class, MODEL)) {
            return new LanguageDetector(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the model of languages is broken: build again", e);
        }
    }

    /**
     * The language of a text.
     *
     * @return its ISO 639-1 code, or its ISO 639-3 code where there is none; null if it cannot be told, as of short texts
     *     and of bare names and figures
     */
    public String of(String text) {
        String sample = text.length() <= SAMPLE ? text : text.substring(0, SAMPLE);
        if (sample.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return null;
        }
        EnglishWords english = EnglishWords.of(sample);
        if (english.share >= ENGLISH_SHARE && english.kinds >= ENGLISH_KINDS) {
            return ENGLISH;
        }
        // A detector is cheap beside its model, and is not said to be safe for several threads.
        Language[] languages = new LanguageDetectorME(model).predictLanguages(sample);
        Language best = languages[0];
        if (best.getLang().equals(MODEL_ENGLISH)) {
            return inUnknownScript(sample).orElse(ENGLISH);
        }
        double likelihoodOfEnglish = Arrays.stream(languages)
                .filter(language -> language.getLang().equals(MODEL_ENGLISH))
                .mapToDouble(Language::getConfidence)
                .sum();
        boolean isForeign = best.getConfidence() >= SURE * likelihoodOfEnglish && english.share < FOREIGN_SHARE;
        return isForeign ? LanguageCode.of(best.getLang()) : null;
    }

    /** The language of a script that the model does not know: it takes what it cannot read for English. */
    private static Optional<String> inUnknownScript(String sample) {
        return UNKNOWN_SCRIPTS.entrySet().stream()
                .filter(entry -> sample.codePoints()
                                .filter(c -> UnicodeScript.of(c) == entry.getKey())
                                .count()
                        > sample.length() / 2)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** English function words of a text: their share of all words, and how many different ones there are. */
    private record EnglishWords(double share, int kinds) {
        static EnglishWords of(String sample) {
            Matcher words = WORD.matcher(sample.toLowerCase(Locale.ROOT));
            Set<String> kinds = new HashSet<>();
            int all = 0;
            int english = 0;
            while (words.find()) {
                all++;
                if (ENGLISH_WORDS.contains(words.group())) {
                    english++;
                    kinds.add(words.group());
                }
            }
            return new EnglishWords((double) english / Math.max(1, all), kinds.size());
        }
    }
}
