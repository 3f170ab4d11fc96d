package org.newsweft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.NamesInDocument;
import org.newsweft.text.names.identity.DocumentEntity;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.reading.DocumentReader;
import org.newsweft.text.reading.RawDocument;
import org.newsweft.text.reading.ReadDocument;
import org.newsweft.text.reading.ReadingSettings;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneModel;

/**
 * Texts that nobody wrote to be read. Whatever stands in a record, reading, names, terms and tone end without an exception,
 * keep to the text they were given, and take time in proportion to its length.
 */
class HostileTextsTest {
    /** Set another one with -Dnewsweft.seed=N. */
    private static final long SEED = Long.getLong("newsweft.seed", 20130415);

    private static final int TEXTS = Integer.getInteger("newsweft.texts", 250);
    private static final ReadingSettings SETTINGS = new ReadingSettings(false, LocalDate.of(2026, 11, 30));
    private static final DocumentReader READER = DocumentReader.load();
    private static final NameFinder NAMES = NameFinder.load();
    private static final ToneAnalyzer TONE = ToneAnalyzer.load(ToneModel.EMBEDDING);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final List<String> PIECES = List.of(
            "John Kerry",
            "Mr. Abe",
            "the U.S.",
            "China",
            "Beijing's",
            "O'Neill",
            "van der Berg",
            "X",
            "\"",
            "“",
            "”",
            "'",
            "‘",
            "’",
            "(",
            ")",
            "[",
            "]",
            "—",
            "-",
            "--",
            ",",
            ".",
            "...",
            "!",
            "?",
            ":",
            ";",
            "/",
            "\\",
            "|",
            "&",
            "&amp;",
            "<p>",
            "</p>",
            "<",
            ">",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            " ",
            "   ",
            "\u00a0",
            "\u200b",
            "\u2028",
            "\ufeff",
            "\u0301",
            "\ud83d\ude00",
            "\ud800",
            "\udc00",
            "\u202e",
            "\u0000",
            "said",
            "He said that",
            "not",
            "very good",
            "terrible",
            "killed",
            "of the",
            "and",
            "Senate",
            "European Union",
            "April 15, 2013",
            "2013-04-15",
            "15/04/2013",
            "99999999999999999999",
            "1.5",
            "$3bn",
            "10%",
            "By Ann Lee",
            "(Reuters)",
            "BEIJING (AP) —",
            "Copyright 2013",
            "http://a.b/c?d=e",
            "a@b.c",
            "@user",
            "#tag",
            "日本",
            "Москва",
            "İstanbul",
            "ﬁ",
            "ß",
            "ǅ",
            "e.g.",
            "Ph.D.",
            "a.b.c.d.",
            "Updated 3:15 p.m. ET",
            "Read more:",
            "Share this",
            "•",
            "1.",
            "*",
            "_",
            "=",
            "+",
            "~",
            "`",
            "{",
            "}");

    @Test
    void anyTextIsReadWithoutAnException() {
        Random random = new Random(SEED);
        for (int number = 0; number < TEXTS; number++) {
            String text = anyText(random);
            RawDocument document = new RawDocument(
                    "x" + number,
                    maybe(random, "http://www.news.example/2013/04/15/" + anyPiece(random)),
                    maybe(random, anyText(random)),
                    text,
                    maybe(random, anyPiece(random)),
                    maybe(random, anyPiece(random)),
                    maybe(random, anyPiece(random)),
                    null);
            String name = "seed " + SEED + ", text " + number;
            ReadDocument read = READER.read(document, SETTINGS);
            read.blocks().forEach(block -> assertThat(block.end()).as(name).isLessThanOrEqualTo(text.length()));
            judge(name, read.text());
            // Also what no reading made decent.
            judge(name, text);
        }
    }

    /** Names stand where they say, tones are tones. */
    private static void judge(String name, String text) {
        List<Span> sentences = Sentences.of(text);
        int last = 0;
        for (Span sentence : sentences) {
            assertThat(sentence.start()).as(name).isGreaterThanOrEqualTo(last);
            assertThat(sentence.end()).as(name).isBetween(sentence.start(), text.length());
            last = sentence.end();
            TONE.sentence(text.substring(sentence.start(), sentence.end()));
            TONE.words(text.substring(sentence.start(), sentence.end()));
        }
        NamesInDocument names = NAMES.read(text, sentences);
        for (Mention mention : names.mentions()) {
            assertThat(text.substring(mention.start(), mention.end())).as(name).isEqualTo(mention.surface());
        }
        assertThat(names.entities().stream().map(DocumentEntity::id)).as(name).doesNotHaveDuplicates();
        Terms.of(text, sentences);
        TONE.document(text);
    }

    @Test
    void timeGrowsWithTheLengthOfALineAndNoFaster() {
        Map<String, String> slow = new LinkedHashMap<>();
        for (Map.Entry<String, IntFunction<String>> bait : baits().entrySet()) {
            for (Map.Entry<String, Step> step : steps().entrySet()) {
                String problem = problem(step.getValue(), bait.getValue());
                if (problem != null) {
                    slow.put(step.getKey() + " of " + bait.getKey(), problem);
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    /** A step of the analysis. */
    @FunctionalInterface
    private interface Step {
        void over(String text, List<Span> sentences);
    }

    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put(
                "reading",
                (text, sentences) ->
                        READER.read(new RawDocument("x", null, null, text, null, null, null, null), SETTINGS));
        steps.put("sentences", (text, sentences) -> Sentences.of(text));
        steps.put("names", (text, sentences) -> NAMES.read(text, sentences));
        steps.put("terms", (text, sentences) -> Terms.of(text, sentences));
        steps.put("tone", (text, sentences) -> {
            TONE.document(text);
            sentences.forEach(sentence -> {
                TONE.sentence(text.substring(sentence.start(), sentence.end()));
                TONE.words(text.substring(sentence.start(), sentence.end()));
            });
        });
        return steps;
    }

    /**
     * Compares the processor time of one length with that of four times as much: a step that grows with the square takes
     * sixteen times as long, one that is linear four times. What takes next to no time is not judged.
     */
    private static String problem(Step step, IntFunction<String> bait) {
        long once = seconds(step, bait.apply(SHORT));
        long four = seconds(step, bait.apply(4 * SHORT));
        if (four < NOTHING || four < 10 * once) {
            return null;
        }
        // The first call may have paid for what the second found ready, or the other way round.
        once = Math.max(once, seconds(step, bait.apply(SHORT)));
        four = Math.min(four, seconds(step, bait.apply(4 * SHORT)));
        return four < NOTHING || four < 10 * once
                ? null
                : "%d ms for %d characters, %d ms for four times as many"
                        .formatted(once / 1_000_000, SHORT, four / 1_000_000);
    }

    private static final int SHORT = Integer.getInteger("newsweft.bait", 12_000);
    private static final long NOTHING = 250_000_000;

    private static long seconds(Step step, String text) {
        List<Span> sentences = Sentences.of(text);
        long start = THREADS.getCurrentThreadCpuTime();
        step.over(text, sentences);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static Map<String, IntFunction<String>> baits() {
        Map<String, IntFunction<String>> baits = new LinkedHashMap<>();
        for (String unit : List.of(
                ".",
                ",",
                "\"",
                "“",
                "'",
                "(",
                "A",
                "x",
                "7",
                "-",
                " ",
                "\n",
                "\u0301",
                "\u200b",
                "\ud83d\ude00",
                "<",
                "&amp;",
                "a.b.",
                "A. ",
                "1/",
                "Mr. ",
                "Abcd ",
                "China, ",
                "not ",
                "of the ",
                "March ",
                "12/11/2013 ",
                "http://a.b/c ",
                "\"Yes,\" he said. ",
                "John Kerry ",
                "John Kerry, ",
                "very good ",
                "He said, \"it is ",
                "Smith and Jones and ",
                "(AP) — ",
                "By John Kerry\n",
                "the U.S. ",
                "O'Neill's ",
                "日本 ",
                "@ab ")) {
            baits.put("'" + unit.strip() + "'", length -> unit.repeat(length / unit.length() + 1));
        }
        baits.put("a list of names", length -> many(length, i -> ", Jo " + surname(i)));
        baits.put("surnames", length -> many(length, i -> surname(i) + " Smith met Smith. "));
        baits.put(
                "acronyms",
                length ->
                        many(length, i -> "The Bureau of " + surname(i) + " (BO" + (char) ('A' + i % 26) + ") met. "));
        baits.put("speakers", length -> many(length, i -> "\"Yes,\" said " + surname(i) + " Kerr. "));
        baits.put("short lines", length -> many(length, i -> surname(i) + "\n"));
        return baits;
    }

    private static String many(int length, IntFunction<String> part) {
        StringBuilder text = new StringBuilder("The report follows: ");
        for (int i = 0; text.length() < length; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    /** Another name for each number. */
    private static String surname(int number) {
        StringBuilder name = new StringBuilder().append((char) ('A' + number % 26));
        for (int left = number / 26 + 1; left > 0; left /= 20) {
            name.append("aeiou".charAt(left % 5)).append("bdklmnrst".charAt(left / 5 % 4));
        }
        return name.append("son").toString();
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(random.nextInt(10) == 0 ? 400 : 80);
        for (int i = 0; i < pieces; i++) {
            text.append(anyPiece(random));
            if (random.nextInt(3) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static String anyPiece(Random random) {
        if (random.nextInt(20) == 0) {
            List<String> units = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                units.add(String.valueOf((char) random.nextInt(0x10000)));
            }
            return String.join("", units);
        }
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private static String maybe(Random random, String value) {
        return random.nextBoolean() ? value : null;
    }
}
