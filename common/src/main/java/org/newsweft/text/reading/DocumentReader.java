package org.newsweft.text.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.newsweft.text.SiteName;
import org.newsweft.text.reading.body.BlockLabelling;
import org.newsweft.text.reading.body.BodyClassifier;
import org.newsweft.text.reading.body.BodyText;
import org.newsweft.text.reading.body.GluedWords;
import org.newsweft.text.reading.body.Headline;
import org.newsweft.text.reading.body.OffsetMap;
import org.newsweft.text.reading.body.PageFeatures;
import org.newsweft.text.reading.body.TitleFinder;
import org.newsweft.text.reading.date.CopyrightYear;
import org.newsweft.text.reading.date.DateFinder;
import org.newsweft.text.reading.date.DateOrder;
import org.newsweft.text.reading.date.DatePrecision;
import org.newsweft.text.reading.date.MetadataDate;
import org.newsweft.text.reading.date.PublicationDate;
import org.newsweft.text.reading.date.UrlDate;
import org.newsweft.text.reading.page.Interval;
import org.newsweft.text.reading.page.Lexicon;
import org.newsweft.text.reading.page.LineHashes;
import org.newsweft.text.reading.page.Page;
import org.newsweft.text.reading.page.PageAddress;
import org.newsweft.text.reading.page.Verdict;
import org.newsweft.text.reading.page.Whitespace;

/**
 * Reads records: splits the text into blocks, tells the article from the rest, and finds title, date, outlet, author and
 * agency. What the record's own fields say wins over what the text suggests.
 *
 * <p>Loads its models once; immutable after that, to be shared by all threads.
 */
public final class DocumentReader {
    /**
     * The classifier is modest: on pages of outlets that were left out of learning, asking for .5 instead of .1 costs one
     * headline in four. On texts without any headline one in thirty is given one.
     */
    private static final double SURE_TITLE = .1;

    private final Lexicon lexicon;
    private final BodyClassifier bodyClassifier;
    private final TitleFinder titleFinder;

    private DocumentReader(Lexicon lexicon, BodyClassifier bodyClassifier, TitleFinder titleFinder) {
        this.lexicon = lexicon;
        this.bodyClassifier = bodyClassifier;
        this.titleFinder = titleFinder;
    }

    /** Loads word lists and models from the class path; a tenth of a second, once per executor. */
    public static DocumentReader load() {
        return new DocumentReader(Lexicon.load(), BodyClassifier.load(), TitleFinder.load());
    }

    /**
     * As {@link #load()}, with other weights for the body classifier: to measure what was just learnt.
     *
     * @param bodyWeights lines of the table of weights, header first
     */
    public static DocumentReader withBodyWeights(List<String> bodyWeights) {
        return new DocumentReader(Lexicon.load(), BodyClassifier.of(bodyWeights), TitleFinder.load());
    }

    /**
     * As {@link #load()}, with other weights for the headline classifier: to measure what was just learnt.
     *
     * @param titleWeights lines of the table of weights, header first
     */
    public static DocumentReader withTitleWeights(List<String> titleWeights) {
        return new DocumentReader(Lexicon.load(), BodyClassifier.load(), TitleFinder.of(titleWeights));
    }

    /** Reads a record without knowing the rest of the corpus. */
    public ReadDocument read(RawDocument document, ReadingSettings settings) {
        return read(document, settings, OutletKnowledge.NONE);
    }

    /**
     * Reads a record, knowing what the other documents of its outlet tell.
     *
     * @param document the record
     * @param settings how to read
     * @param known what is known of its outlet
     * @return what was read; never null, also for an empty text
     */
    public ReadDocument read(RawDocument document, ReadingSettings settings, OutletKnowledge known) {
        Objects.requireNonNull(settings, "settings");
        Page page = Page.of(document.text(), lexicon);
        PageAddress address = PageAddress.of(document.url());
        boolean dayFirst = DateFinder.isDayFirst(address, known.dateOrder());
        boolean orderIsKnown = known.dateOrder() != DateOrder.UNKNOWN;
        LocalDate urlDay = UrlDate.of(address).day();
        PublicationDate given = MetadataDate.against(
                MetadataDate.parse(document.date(), dayFirst, orderIsKnown, settings.today()), document.date(), urlDay);
        long[] lineHashes = LineHashes.of(page);
        OutletEvidence evidence = OutletEvidence.of(page, lineHashes, document, address);
        if (page.size() == 0) {
            return empty(document, given, address, evidence);
        }
        PageFeatures pageFeatures = new PageFeatures(page, address.words());
        boolean[] recurs = new boolean[page.size()];
        double[] probabilities = bodyClassifier.probabilities(page, pageFeatures);
        for (int i = 0; i < recurs.length; i++) {
            recurs[i] = known.recurring().contains(lineHashes[i]);
            probabilities[i] = recurs[i] ? 0 : probabilities[i];
        }
        BlockLabelling labelling = new BlockLabelling(page, document.text(), probabilities, recurs);
        Map<Integer, List<Integer>> missingSpaces = GluedWords.find(page);
        Interval prose = labelling.prose();
        String site = document.outlet() == null || document.outlet().isBlank() ? address.outlet() : document.outlet();
        Headline headline = Headline.of(
                SiteName.without(document.title(), site),
                site,
                page,
                prose,
                missingSpaces,
                () -> titleFinder.find(page, pageFeatures, address, prose, recurs),
                SURE_TITLE);
        DateFinder.Found found = DateFinder.find(page, prose, address, dayFirst, settings.today());
        given = MetadataDate.orAsPrinted(given, document.date(), urlDay, found.date());
        Verdict[] verdicts = labelling.decide(headline.block(), found.block());
        boolean[] isBody = new boolean[page.size()];
        for (int i = 0; i < isBody.length; i++) {
            isBody[i] = verdicts[i].kept();
        }
        BodyText body = settings.keepBoilerplate()
                ? BodyText.unchanged(page, document.text(), verdicts)
                : BodyText.of(page, document.text(), verdicts, missingSpaces);
        CreditFinder credits = new CreditFinder(page, labelling.article());
        String author = Authors.given(document.author());
        String outlet = orNull(document.outlet());
        return new ReadDocument(
                headline.text(),
                outlet != null ? outlet : OutletFinder.find(page, isBody, address),
                author != null ? author : credits.author(),
                credits.agency(),
                given != null
                        ? given
                        : found.date().precision() != DatePrecision.NONE
                                ? found.date()
                                : CopyrightYear.find(page, labelling.article(), settings.today()),
                body.blocks(),
                body.text(),
                body.removedShare(),
                body.offsets(),
                evidence);
    }

    private static ReadDocument empty(
            RawDocument document, PublicationDate given, PageAddress address, OutletEvidence evidence) {
        String outlet = orNull(document.outlet());
        return new ReadDocument(
                orNull(SiteName.without(document.title(), outlet != null ? outlet : address.outlet())),
                outlet != null ? outlet : address.outlet(),
                Authors.given(document.author()),
                null,
                given == null ? PublicationDate.UNKNOWN : given,
                List.of(),
                "",
                0,
                OffsetMap.identity(0),
                evidence);
    }

    private static String orNull(String field) {
        return field == null || field.isBlank()
                ? null
                : Whitespace.collapse(field, 0, field.length()).strip();
    }
}
