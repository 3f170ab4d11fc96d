package org.newsweft.jobs.annotate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsweft.jobs.engine.Frames;
import org.newsweft.table.facts.DocumentEntities;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentTone;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.schema.Table;
import org.newsweft.text.Span;
import org.newsweft.text.Terms;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.NamesInDocument;
import org.newsweft.text.names.identity.DocumentEntity;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.quotes.Quote;
import org.newsweft.text.quotes.QuoteFinder;
import org.newsweft.text.tone.ArticleTone;
import org.newsweft.text.tone.SentenceTone;
import org.newsweft.text.tone.TargetTone;
import org.newsweft.text.tone.ToneAnalyzer;
import org.newsweft.text.tone.ToneModel;
import org.newsweft.text.tone.roles.EventWords;
import org.newsweft.text.tone.words.GdeltTone;
import org.newsweft.text.tone.words.ToneWord;

/**
 * All that is found in a document, in one pass over its text: a row with one array per table. Title and body are read as
 * one text, so that a surname in the headline finds its full name below; offsets are then given in each of them.
 */
final class Annotations {
    static final String SENTENCES = "sentences";
    static final String MENTIONS = "mentions";
    static final String ENTITIES = "entities";
    static final String QUOTES = "quotes";
    static final String TONE = "tone";
    static final String TERMS = "terms";

    /** Why a document could not be analysed; null where it was. */
    static final String FAILURE = "failure";

    private static final StructType SCHEMA = new StructType()
            .add(Documents.DOC_ID.name(), DataTypes.StringType)
            .add(Documents.SOURCE.name(), DataTypes.StringType)
            .add(FAILURE, DataTypes.StringType)
            .add(SENTENCES, rowsOf(Sentences.TABLE))
            .add(MENTIONS, rowsOf(Mentions.TABLE))
            .add(ENTITIES, rowsOf(DocumentEntities.TABLE))
            .add(QUOTES, rowsOf(Quotes.TABLE))
            .add(TONE, rowsOf(DocumentTone.TABLE))
            .add(TERMS, rowsOf(DocumentTerms.TABLE));

    private Annotations() {}

    /** The models are built once per executor and shared by its threads. */
    private static final class Shared {
        static final NameFinder NAMES = NameFinder.load();
    }

    private static final class SharedLexical {
        static final ToneAnalyzer TONE = ToneAnalyzer.load(ToneModel.LEXICAL);
    }

    private static final class SharedEmbedding {
        static final ToneAnalyzer TONE = ToneAnalyzer.load(ToneModel.EMBEDDING);
    }

    /**
     * Annotates documents. One that cannot be analysed has a {@value #FAILURE} and nothing else, and costs no other document.
     *
     * @param documents rows of {@link Documents}
     */
    static Dataset<Row> of(Dataset<Row> documents, ToneModel toneModel) {
        MapFunction<Row, Row> annotate = document -> row(document, toneModel);
        return documents
                .select(Documents.DOC_ID.col(), Documents.TITLE.col(), Documents.TEXT.col(), Documents.SOURCE.col())
                .map(annotate, Encoders.row(SCHEMA));
    }

    private static Row row(Row document, ToneModel toneModel) {
        try {
            return new Annotation(
                            document.getString(0),
                            document.getString(1),
                            document.getString(2),
                            document.getString(3),
                            tone(toneModel))
                    .row();
        } catch (RuntimeException | StackOverflowError e) {
            return RowFactory.create(
                    document.getString(0),
                    document.getString(3),
                    e.getClass().getSimpleName() + ": " + e.getMessage(),
                    Frames.array(List.of()),
                    Frames.array(List.of()),
                    Frames.array(List.of()),
                    Frames.array(List.of()),
                    Frames.array(List.of()),
                    Frames.array(List.of()));
        }
    }

    private static ToneAnalyzer tone(ToneModel model) {
        return switch (model) {
            case LEXICAL -> SharedLexical.TONE;
            case EMBEDDING -> SharedEmbedding.TONE;
        };
    }

    private static org.apache.spark.sql.types.ArrayType rowsOf(Table table) {
        return DataTypes.createArrayType(table.schema().asNullable());
    }

    /** One document while it is annotated. */
    private static final class Annotation {
        private static final String BREAK = "\n\n";

        private final String docId;
        private final String source;
        private final String body;
        private final int bodyStart;
        private final ToneAnalyzer tone;
        private final List<Span> spans;
        private final List<Mention> mentions;
        private final List<DocumentEntity> entities;
        private final List<Quote> quotes;
        private final String text;

        private final List<Row> sentenceRows = new ArrayList<>();
        private final List<Row> mentionRows = new ArrayList<>();
        private final List<Row> quoteRows = new ArrayList<>();
        private final List<Double> bodyScores = new ArrayList<>();
        private final List<Double> titleScores = new ArrayList<>();

        Annotation(String docId, String title, String body, String source, ToneAnalyzer tone) {
            this.docId = docId;
            this.source = source;
            this.body = body;
            this.tone = tone;
            this.bodyStart = title == null ? 0 : title.length() + BREAK.length();
            this.text = title == null ? body : title + BREAK + body;
            this.spans = sentences(title, body);
            NamesInDocument names = Shared.NAMES.read(text, spans);
            this.mentions = names.mentions();
            this.entities = names.entities();
            this.quotes = QuoteFinder.find(text, spans, mentions);
        }

        Row row() {
            int mention = 0;
            int quote = 0;
            for (int number = 0; number < spans.size(); number++) {
                Span span = spans.get(number);
                int firstMention = mention;
                while (mention < mentions.size() && mentions.get(mention).start() < span.end()) {
                    mention++;
                }
                sentence(number, span, mentions.subList(firstMention, mention));
                while (quote < quotes.size() && quotes.get(quote).start() < span.end()) {
                    quote(number, quotes.get(quote++));
                }
            }
            return RowFactory.create(
                    docId,
                    source,
                    null,
                    Frames.array(sentenceRows),
                    Frames.array(mentionRows),
                    Frames.array(entityRows()),
                    Frames.array(quoteRows),
                    Frames.array(List.of(documentTone())),
                    Frames.array(termRows()));
        }

        /** The whole title is one sentence: headlines carry full stops in odd places, if any. */
        private static List<Span> sentences(String title, String body) {
            List<Span> spans = new ArrayList<>();
            int bodyStart = 0;
            if (title != null) {
                bodyStart = title.length() + BREAK.length();
                if (!title.isBlank()) {
                    spans.add(new Span(0, title.length()));
                }
            }
            for (Span sentence : org.newsweft.text.Sentences.of(body)) {
                spans.add(new Span(sentence.start() + bodyStart, sentence.end() + bodyStart));
            }
            return spans;
        }

        private void sentence(int number, Span span, List<Mention> named) {
            String words = span.of(text);
            boolean inTitle = span.end() < bodyStart;
            SentenceTone sentenceTone = tone.sentence(words);
            EventWords events = tone.events(words);
            (inTitle ? titleScores : bodyScores).add(sentenceTone.score());
            sentenceRows.add(Sentences.TABLE
                    .newRow()
                    .set(Sentences.DOC_ID, docId)
                    .set(Sentences.SENTENCE_NO, (long) number)
                    .set(Sentences.START, offset(span.start()))
                    .set(Sentences.END, offset(span.end()))
                    .set(Sentences.SECTION, inTitle ? "title" : "body")
                    .set(Sentences.TEXT, words)
                    .set(Sentences.QUOTED_SHARE, quotedShare(span))
                    .set(Sentences.SCORE, sentenceTone.score())
                    .set(Sentences.LABEL, sentenceTone.label().code())
                    .set(
                            Sentences.TONE_WORDS,
                            tone.words(words).stream().map(ToneWord::toString).toList())
                    .set(Sentences.CONFLICT_COUNT, (long) events.conflict())
                    .set(Sentences.COOPERATION_COUNT, (long) events.cooperation())
                    .build());
            if (named.isEmpty()) {
                return;
            }
            List<TargetTone> tones = tone.targets(
                    words,
                    named.stream()
                            .map(mention -> new Span(mention.start() - span.start(), mention.end() - span.start()))
                            .toList(),
                    named.stream().map(Mention::entityId).toList());
            for (int i = 0; i < named.size(); i++) {
                mention(number, named.get(i), tones.get(i));
            }
        }

        private void mention(int sentenceNo, Mention mention, TargetTone toward) {
            mentionRows.add(Mentions.TABLE
                    .newRow()
                    .set(Mentions.DOC_ID, docId)
                    .set(Mentions.SENTENCE_NO, (long) sentenceNo)
                    .set(Mentions.START, offset(mention.start()))
                    .set(Mentions.END, offset(mention.end()))
                    .set(Mentions.SURFACE, mention.surface())
                    .set(Mentions.ENTITY_ID, mention.entityId())
                    .set(Mentions.ENTITY_LABEL, mention.label())
                    .set(Mentions.TYPE, mention.type().code())
                    .set(Mentions.COUNTRY_CODE, mention.countryCode())
                    .set(Mentions.FOUND_BY, mention.foundBy().code())
                    .set(Mentions.READING, mention.reading().code())
                    .set(Mentions.CONFIDENCE, mention.confidence())
                    .set(Mentions.IS_QUOTED, isQuoted(mention))
                    .set(Mentions.NEGATIVE, toward.negative())
                    .set(Mentions.NEUTRAL, toward.neutral())
                    .set(Mentions.POSITIVE, toward.positive())
                    .set(Mentions.SCORE, toward.score())
                    .set(Mentions.LABEL, toward.label().code())
                    .set(Mentions.LOCAL_ID, mention.entityId())
                    .set(Mentions.SECTION, section(mention.start()))
                    .build());
        }

        private void quote(int sentenceNo, Quote quote) {
            quoteRows.add(Quotes.TABLE
                    .newRow()
                    .set(Quotes.DOC_ID, docId)
                    .set(Quotes.SENTENCE_NO, (long) sentenceNo)
                    .set(Quotes.START, offset(quote.start()))
                    .set(Quotes.END, offset(quote.end()))
                    .set(Quotes.SPEAKER_ENTITY_ID, quote.speakerEntityId())
                    .set(Quotes.SPEAKER, quote.speaker())
                    .set(Quotes.VERB, quote.verb())
                    .set(Quotes.TEXT, quote.text())
                    .set(Quotes.SCORE, tone.sentence(quote.text()).score())
                    .set(Quotes.SPEAKER_LOCAL_ID, quote.speakerEntityId())
                    .set(Quotes.SECTION, section(quote.start()))
                    .build());
        }

        private List<Row> entityRows() {
            return entities.stream()
                    .map(entity -> DocumentEntities.TABLE
                            .newRow()
                            .set(DocumentEntities.DOC_ID, docId)
                            .set(DocumentEntities.LOCAL_ID, entity.id())
                            .set(DocumentEntities.LABEL, entity.label())
                            .set(DocumentEntities.TYPE, entity.type().code())
                            .set(DocumentEntities.FORM, entity.form().code())
                            .set(DocumentEntities.NAME_KEY, entity.nameKey())
                            .set(DocumentEntities.MIDDLE, entity.middle())
                            .set(DocumentEntities.FULL_NAME, entity.fullName())
                            .set(DocumentEntities.SHORT_FORMS, entity.shortForms())
                            .set(DocumentEntities.ROLES, entity.roles())
                            .set(DocumentEntities.WALKS, entity.fields())
                            .set(DocumentEntities.ACRONYMS, entity.acronyms())
                            .build())
                    .toList();
        }

        private Row documentTone() {
            ArticleTone article = ArticleTone.of(bodyScores.isEmpty() ? titleScores : bodyScores);
            GdeltTone gdelt = tone.document(body);
            return DocumentTone.TABLE
                    .newRow()
                    .set(DocumentTone.DOC_ID, docId)
                    .set(DocumentTone.SCORE, article.score())
                    .set(DocumentTone.CI_LOW, article.low())
                    .set(DocumentTone.CI_HIGH, article.high())
                    .set(DocumentTone.TITLE_SCORE, titleScores.isEmpty() ? null : titleScores.get(0))
                    .set(DocumentTone.LABEL, tone.label(article.score()).code())
                    .set(DocumentTone.TONE, gdelt.tone())
                    .set(DocumentTone.POSITIVE_PERCENT, gdelt.positivePercent())
                    .set(DocumentTone.NEGATIVE_PERCENT, gdelt.negativePercent())
                    .set(DocumentTone.POLARITY, gdelt.polarity())
                    .set(DocumentTone.ACTIVITY_DENSITY, gdelt.activityDensity())
                    .set(DocumentTone.SELF_GROUP_DENSITY, gdelt.selfGroupDensity())
                    .set(DocumentTone.WORD_COUNT, (long) gdelt.wordCount())
                    .build();
        }

        private List<Row> termRows() {
            List<Span> names = mentions.stream()
                    .map(mention -> new Span(mention.start(), mention.end()))
                    .toList();
            return Terms.of(text, spans, names).stream()
                    .map(term -> DocumentTerms.TABLE
                            .newRow()
                            .set(DocumentTerms.DOC_ID, docId)
                            .set(DocumentTerms.TERM, term.term())
                            .set(DocumentTerms.KIND, term.kind().code())
                            .set(DocumentTerms.TERM_COUNT, term.count())
                            .build())
                    .toList();
        }

        private boolean isQuoted(Mention mention) {
            return quotes.stream().anyMatch(quote -> quote.start() <= mention.start() && mention.end() <= quote.end());
        }

        private double quotedShare(Span sentence) {
            int quoted = 0;
            for (Quote quote : quotes) {
                quoted +=
                        Math.max(0, Math.min(quote.end(), sentence.end()) - Math.max(quote.start(), sentence.start()));
            }
            return rounded((double) quoted / Math.max(1, sentence.length()));
        }

        private String section(int inText) {
            return inText < bodyStart ? "title" : "body";
        }

        private long offset(int inText) {
            return inText < bodyStart ? inText : inText - bodyStart;
        }

        /** Six decimals, so that sums of scores are exact decimals everywhere downstream. */
        private static double rounded(double value) {
            return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
        }
    }
}
