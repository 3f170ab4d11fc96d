package org.newsweft.text.reading.body;

import java.util.List;
import org.newsweft.text.TextOverlap;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;

/**
 * What the headline classifier learns from: the features of the lines that could be the headline of pages whose headline
 * is known. Immutable; safe to share between threads.
 */
public final class TitleExamples {
    private final Lexicon lexicon;
    private final BodyClassifier bodyClassifier;

    private TitleExamples(Lexicon lexicon, BodyClassifier bodyClassifier) {
        this.lexicon = lexicon;
        this.bodyClassifier = bodyClassifier;
    }

    /** Takes the examples of one page. */
    @FunctionalInterface
    public interface Consumer {
        /**
         * Takes one line.
         *
         * @param features values in the order of {@link #featureNames()}; overwritten for the next line
         * @param isTitle true if it is the headline
         */
        void accept(double[] features, boolean isTitle);
    }

    /** Loads what the features need. */
    public static TitleExamples load() {
        return new TitleExamples(Lexicon.load(), BodyClassifier.load());
    }

    /** Names of the features, as they stand in the table of weights. */
    public static List<String> featureNames() {
        return TitleFinder.NAMES;
    }

    /**
     * Computes the candidates of a page; of a page on which no line has the words of the headline there are none.
     *
     * @param text the raw text
     * @param url its URL, or null
     * @param title its headline
     * @param consumer takes the examples
     */
    public void forEachExample(String text, String url, String title, Consumer consumer) {
        Page page = Page.of(text, lexicon);
        if (page.size() == 0) {
            return;
        }
        PageAddress address = PageAddress.of(url);
        PageFeatures pageFeatures = new PageFeatures(page, address.words());
        double[] probabilities = bodyClassifier.probabilities(page, pageFeatures);
        Interval prose = new BlockLabelling(page, text, probabilities, new boolean[page.size()]).prose();
        TitleFinder.Rows rows = new TitleFinder.Rows(page, pageFeatures, address, prose);
        List<String> words = TextOverlap.words(title);
        boolean[] isTitle = new boolean[page.size()];
        boolean any = false;
        for (int i : rows.candidates) {
            isTitle[i] = TextOverlap.words(page.block(i).text).equals(words);
            any |= isTitle[i];
        }
        for (int i : any ? rows.candidates : List.<Integer>of()) {
            consumer.accept(rows.of(i), isTitle[i]);
        }
    }
}
