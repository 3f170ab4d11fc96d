package org.newsweft.text.reading.body;

import java.util.List;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;
import org.newsweft.text.reading.page.Whitespace;

/**
 * What the body classifier learns from: the features of the blocks of pages whose body is known. Immutable; safe to
 * share between threads.
 */
public final class BodyExamples {
    private final Lexicon lexicon;

    private BodyExamples(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Takes the examples of one page. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * Takes one block.
         *
         * @param features values in the order of {@link #featureNames()}; overwritten for the next block
         * @param isBody true if the block belongs to the body
         * @param weight square root of its words plus one, scaled so that the labelled blocks of a page sum to one
         */
        void accept(double[] features, boolean isBody, double weight);
    }

    /** Loads the word lists that the features need. */
    public static BodyExamples load() {
        return new BodyExamples(Lexicon.load());
    }

    /** Names of the features, as they stand in the table of weights. */
    public static List<String> featureNames() {
        return BodyFeatures.NAMES;
    }

    /**
     * Computes the labelled blocks of a page; blocks of which nothing is known are left out.
     *
     * @param text the raw text
     * @param url its URL, or null
     * @param body the body as text, or null if only segments are known
     * @param kept segments that belong to the body; they overrule {@code body}
     * @param dropped segments that do not
     * @param consumer takes the examples
     */
    public void forEachExample(
            String text, String url, String body, List<String> kept, List<String> dropped, Consumer consumer) {
        Page page = Page.of(text, lexicon);
        if (page.size() == 0) {
            return;
        }
        PageFeatures pageFeatures = new PageFeatures(page, PageAddress.of(url).words());
        Boolean[] labels = labels(page, body, kept, dropped);
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            total += labels[i] == null ? 0 : weight(page.block(i));
        }
        double all = total;
        BodyFeatures.forEachBlock(page, pageFeatures, (index, features) -> {
            if (labels[index] != null) {
                consumer.accept(features, labels[index], weight(page.block(index)) / all);
            }
        });
    }

    private static double weight(TextBlock block) {
        return Math.sqrt(block.words + 1.0);
    }

    /** True for body, false for other, null for not known. */
    private static Boolean[] labels(Page page, String body, List<String> kept, List<String> dropped) {
        Boolean[] labels = new Boolean[page.size()];
        if (body != null) {
            List<BodyAlignment.Answer> answers = BodyAlignment.align(page, body);
            for (int i = 0; i < labels.length; i++) {
                BodyAlignment.Answer answer = answers.get(i);
                labels[i] = answer == BodyAlignment.Answer.UNSURE ? null : answer == BodyAlignment.Answer.BODY;
            }
        }
        for (TextBlock block : page.blocks()) {
            if (containsAny(block.text, dropped)) {
                labels[block.number] = false;
            }
            if (containsAny(block.text, kept)) {
                labels[block.number] = true;
            }
        }
        return labels;
    }

    private static boolean containsAny(String text, List<String> segments) {
        for (String segment : segments) {
            if (text.contains(Whitespace.collapse(segment, 0, segment.length()))) {
                return true;
            }
        }
        return false;
    }
}
