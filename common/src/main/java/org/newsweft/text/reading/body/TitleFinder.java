package org.newsweft.text.reading.body;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.newsweft.text.Resources;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Marker;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.TextBlock;

/**
 * Finds the headline among the blocks of a page: a logistic regression over what headlines look like, where they stand,
 * how their words relate to the article and to the URL.
 */
public final class TitleFinder {
    /**
     * A block taken for the headline.
     *
     * @param block its index
     * @param confidence its probability
     */
    public record Title(int block, double confidence) {}

    private static final List<Marker> MARKERS = List.of(
            Marker.SHARE,
            Marker.SUBS,
            Marker.MORE,
            Marker.COMMENT,
            Marker.COPY,
            Marker.CTA,
            Marker.CAPTION,
            Marker.TIME,
            Marker.DATE,
            Marker.BYLINE,
            Marker.URL,
            Marker.AUTHOR);

    /** Names in the order of the values. */
    static final List<String> NAMES = names();

    private static final int MAX_WORDS = 30;
    private static final int MIN_ADVERTISED_WORDS = 5;
    private static final int HEADER_WORDS = 16;
    private static final int REACH_AFTER_RUN = 30;
    private static final int REACH_FROM_START = 60;
    private static final int CONTAINMENT_REACH = 40;
    private static final int MIN_CONTAINED = 15;
    private static final int LEAD_PARAGRAPHS = 3;
    private static final int MIN_DEK_WORDS = 8;
    private static final int MENU_WORDS = 3;

    private final LogisticModel model;

    private TitleFinder(LogisticModel model) {
        this.model = model;
    }

    public static TitleFinder load() {
        return of(Resources.entries(TitleFinder.class, "title-weights.tsv"));
    }

    /** With the weights of a table, see {@link LogisticModel#of}. */
    public static TitleFinder of(List<String> weights) {
        return new TitleFinder(LogisticModel.of(weights, NAMES));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "lw",
                "lc",
                "wl",
                "cap",
                "caps",
                "titlecase",
                "sentend",
                "quest",
                "colon",
                "dup",
                "dupfirst",
                "ia",
                "ia0",
                "before",
                "isnear",
                "inrun",
                "after",
                "pos",
                "slug",
                "slugp",
                "slugf",
                "sim",
                "simn",
                "nextby",
                "nextdate",
                "nextlong",
                "prevshort",
                "lr"));
        for (Marker marker : MARKERS) {
            names.add(OwnFeatures.nameOf(marker));
        }
        names.addAll(
                List.of("pipe", "digit", "stop", "first", "idx", "inside", "slugmax", "simmax", "evenlen", "partof"));
        names.addAll(List.of(
                "lead",
                "leadmax",
                "words<=2",
                "words>=5",
                "words>=18",
                "above<=2",
                "above<=6",
                "dek",
                "afterprose",
                "menu"));
        return List.copyOf(names);
    }

    /**
     * The likeliest block, or null if the page has none that could be a headline.
     *
     * @param prose from the first to the last line of running text of the article
     * @param recurs lines that stand in many articles of the outlet: the short ones are none; a long one may be a headline
     *     that the outlet advertises elsewhere
     */
    public Title find(Page page, PageFeatures pageFeatures, PageAddress address, Interval prose, boolean[] recurs) {
        Rows rows = new Rows(page, pageFeatures, address, prose);
        Title best = null;
        for (int i : rows.candidates) {
            if (recurs[i] && page.block(i).words < MIN_ADVERTISED_WORDS) {
                continue;
            }
            double probability = model.probability(rows.of(i));
            if (best == null || probability > best.confidence()) {
                best = new Title(i, probability);
            }
        }
        return best;
    }

    /** How well the words of a block fit those of the URL: recall, precision, F1. */
    private record SlugMatch(double recall, double precision, double f1) {
        static SlugMatch of(String text, Set<String> slug) {
            Set<String> words = asciiWords(text);
            int size = words.size();
            words.retainAll(slug);
            double precision = (double) words.size() / Math.max(1, size);
            double recall = (double) words.size() / Math.max(1, slug.size());
            double sum = precision + recall;
            return new SlugMatch(recall, precision, sum == 0 ? 0 : 2 * precision * recall / sum);
        }
    }

    /** Words of at least two ASCII letters or digits, accents and apostrophes taken away. */
    static Set<String> asciiWords(String text) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        String lower = plain.toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                word.append(c);
            } else if (c != '\'' && c != '’' && Character.getType(c) != Character.NON_SPACING_MARK) {
                if (word.length() > 1) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
    }

    /** The features of the candidates of one page. */
    static final class Rows {
        final List<Integer> candidates = new ArrayList<>();

        private final Page page;
        private final PageFeatures pageFeatures;
        private final Interval run;
        private final SlugMatch[] slugMatches;
        private final BitSet inLead = new BitSet();
        private final double[] leads;
        private final double bestLead;
        private final double bestSlug;
        private final double bestSimilarity;
        private final FeatureRow row = new FeatureRow(NAMES.size());

        Rows(Page page, PageFeatures pageFeatures, PageAddress address, Interval prose) {
            this.page = page;
            this.run = prose;
            this.pageFeatures = pageFeatures;
            Set<String> slug = new HashSet<>();
            for (String word : address.slug()) {
                if (word.length() > 1) {
                    slug.add(word);
                }
            }
            slugMatches = new SlugMatch[page.size()];
            leads = new double[page.size()];
            readLead();
            double leadMaximum = 0;
            double slugMaximum = 0;
            double similarityMaximum = 0;
            for (int i = 0; i < page.size(); i++) {
                boolean candidate = isCandidate(i);
                slugMatches[i] = slug.isEmpty() || page.block(i).words > 2 * MAX_WORDS
                        ? new SlugMatch(0, 0, 0)
                        : SlugMatch.of(page.block(i).text, slug);
                slugMaximum = Math.max(slugMaximum, slugMatches[i].f1());
                if (candidate) {
                    candidates.add(i);
                    leads[i] = lead(i);
                    leadMaximum = Math.max(leadMaximum, leads[i]);
                    similarityMaximum = Math.max(similarityMaximum, pageFeatures.similarity(i));
                }
            }
            bestLead = leadMaximum;
            bestSlug = slugMaximum;
            bestSimilarity = similarityMaximum;
        }

        private boolean isCandidate(int i) {
            int words = page.block(i).words;
            return words >= 1
                    && words <= MAX_WORDS
                    && !(i >= run.first() && page.isProse(i))
                    && (i <= run.last() + REACH_AFTER_RUN || i <= REACH_FROM_START);
        }

        double[] of(int i) {
            TextBlock block = page.block(i);
            double alphabetic = Math.max(1, block.alphabeticWords);
            double length = block.text.length();
            double similarity = pageFeatures.similarity(i);
            row.clear();
            row.add(Math.log1p(block.words));
            row.add(Math.log1p(length));
            row.add((double) block.wordChars / block.words);
            row.add(block.capitalisedWords / alphabetic);
            row.add(block.allCapitalWords / alphabetic);
            row.add(block.titleCaseShare());
            row.add(block.endsSentence);
            row.add(block.last() == '?');
            row.add(block.last() == ':');
            row.add(Math.log1p(page.copies(i) - 1));
            row.add(page.isFirstCopy(i));
            row.add(PageFeatures.signedLog(i - run.first()));
            row.add(i == run.first() - 1);
            row.add(i < run.first() - 10);
            row.add(i >= run.first() - 6 && i <= run.first());
            row.add(i > run.first() && i <= run.last());
            row.add(i > run.last());
            row.add((double) i / page.size());
            row.add(slugMatches[i].recall());
            row.add(slugMatches[i].precision());
            row.add(slugMatches[i].f1());
            row.add(similarity);
            row.add(similarity * Math.log1p(block.words));
            addNext(i);
            row.add(i > 0 && page.block(i - 1).words <= 4);
            row.add(Math.log1p(pageFeatures.linkRun(i)));
            for (Marker marker : MARKERS) {
                row.add(block.has(marker));
            }
            row.add(block.separators / (block.words + 1.0));
            row.add(block.digits / length);
            row.add(block.functionShare());
            row.add(i == 0);
            row.add(Math.log1p(i));
            row.add(isContained(i));
            row.add(bestSlug > 0 && slugMatches[i].f1() >= bestSlug - 1e-9);
            row.add(bestSimilarity > 0 && similarity >= bestSimilarity - 1e-9);
            row.add(evenNeighbours(i) / 6.0);
            row.add(containsAnother(i));
            row.add(leads[i]);
            row.add(bestLead > 0 && leads[i] >= bestLead - 1e-9);
            row.add(block.words <= 2);
            row.add(block.words >= 5);
            row.add(block.words >= 18);
            row.add(i < run.first() && i >= run.first() - 2);
            row.add(i < run.first() && i >= run.first() - 6);
            row.add(isFollowedByDek(i));
            row.add(i > 0 && page.isProse(i - 1));
            row.add(isShort(i - 1) && isShort(i + 1));
            return row.values();
        }

        /** A longer line that is not yet the article, right below. */
        private boolean isFollowedByDek(int i) {
            return i + 1 < run.first()
                    && page.block(i + 1).words > page.block(i).words
                    && page.block(i + 1).words >= MIN_DEK_WORDS;
        }

        private boolean isShort(int i) {
            return i >= 0 && i < page.size() && page.block(i).words <= MENU_WORDS;
        }

        /** Share of the block's content words that stand in the first paragraphs of the article. */
        private double lead(int i) {
            int[] words = page.block(i).contentWords;
            int shared = 0;
            for (int word : words) {
                shared += inLead.get(word) ? 1 : 0;
            }
            return words.length == 0 ? 0 : (double) shared / words.length;
        }

        private void readLead() {
            int paragraphs = 0;
            for (int k = run.first(); k <= run.last() && paragraphs < LEAD_PARAGRAPHS; k++) {
                if (page.isProse(k)) {
                    paragraphs++;
                    for (int word : page.block(k).contentWords) {
                        inLead.set(word);
                    }
                }
            }
        }

        /** By-line, date and prose within the next four blocks. */
        private void addNext(int i) {
            boolean byline = false;
            boolean date = false;
            boolean prose = false;
            for (int k = i + 1; k < Math.min(page.size(), i + 5); k++) {
                TextBlock next = page.block(k);
                boolean header = next.words <= HEADER_WORDS;
                byline |= header && (next.has(Marker.BYLINE) || next.has(Marker.AUTHOR));
                date |= header && (next.has(Marker.DATE) || next.has(Marker.TIME));
                prose |= page.isProse(k);
            }
            row.add(byline);
            row.add(date);
            row.add(prose);
        }

        private boolean isContained(int i) {
            String text = page.block(i).text;
            return text.length() > MIN_CONTAINED
                    && anyNear(i, other -> other.length() > text.length() && other.contains(text));
        }

        private boolean containsAnother(int i) {
            String text = page.block(i).text;
            return text.length() > MIN_CONTAINED
                    && anyNear(
                            i,
                            other -> other.length() > MIN_CONTAINED
                                    && other.length() < text.length()
                                    && text.contains(other));
        }

        private boolean anyNear(int i, Predicate<String> test) {
            int to = Math.min(page.size(), i + CONTAINMENT_REACH);
            for (int k = Math.max(0, i - CONTAINMENT_REACH); k < to; k++) {
                if (k != i && test.test(page.block(k).text)) {
                    return true;
                }
            }
            return false;
        }

        private int evenNeighbours(int i) {
            int even = 0;
            for (int k = Math.max(0, i - 3); k < Math.min(page.size(), i + 4); k++) {
                even += k != i && Math.abs(page.block(k).words - page.block(i).words) <= 2 ? 1 : 0;
            }
            return even;
        }
    }
}
