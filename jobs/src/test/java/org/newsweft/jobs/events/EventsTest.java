package org.newsweft.jobs.events;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.newsweft.measure.EventShares;
import org.newsweft.table.facts.DocumentTerms;
import org.newsweft.table.facts.DocumentVectors;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.facts.Sentences;
import org.newsweft.table.figures.Entities;
import org.newsweft.testing.SparkTest;

@SuppressWarnings("serial")
class EventsTest extends SparkTest {
    private static final EventSettings USUAL = EventSettings.USUAL;

    @Test
    void aVectorCountsWordsAndEntitiesAndThoseOfTheTitleThreeTimes() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'title': 'Smith\u2019s ship sinks'}",
                "{'doc_id': 'b', 'is_copy': false}",
                "{'doc_id': 'c', 'is_copy': true}",
                "{'doc_id': 'd', 'is_copy': false, 'language': 'fr'}");
        Dataset<Row> terms = rows(
                DocumentTerms.TABLE,
                "{'doc_id': 'a', 'term': 'ship', 'kind': 'word', 'term_count': 4}",
                "{'doc_id': 'a', 'term': 'rescue', 'kind': 'word', 'term_count': 5}",
                "{'doc_id': 'a', 'term': 'smith', 'kind': 'word', 'term_count': 1}",
                "{'doc_id': 'a', 'term': 'ship sinks', 'kind': 'phrase', 'term_count': 1}",
                "{'doc_id': 'b', 'term': 'ship', 'kind': 'word', 'term_count': 1}",
                "{'doc_id': 'c', 'term': 'ship', 'kind': 'word', 'term_count': 1}",
                "{'doc_id': 'd', 'term': 'navire', 'kind': 'word', 'term_count': 1}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'person:smith'}",
                "{'doc_id': 'a', 'sentence_no': 3, 'entity_id': 'person:smith'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'entity_id': 'person:smith'}");

        // a: ship 4 + 2, rescue 5, the person 2 + 2, the word smith 1 + 2. b has no title: its first sentence is none.
        assertRows(
                StoryVectors.of(terms, mentions, documents),
                "doc_id string, terms array<string>, counts array<bigint>",
                "{'doc_id': 'a', 'terms': ['ship', 'rescue', 'person:smith', 'smith'], 'counts': [6, 5, 4, 3]}",
                "{'doc_id': 'b', 'terms': ['person:smith', 'ship'], 'counts': [1, 1]}");
    }

    @Test
    void aTermWeighsMoreTheMoreOftenInItsStoryAndTheSeldomerInOthers() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'b', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'c', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'd', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}");
        Dataset<Row> vectors = rows(
                DocumentVectors.TABLE,
                "{'doc_id': 'a', 'terms': ['ship', 'people', 'lone'], 'counts': [3, 1, 1]}",
                "{'doc_id': 'b', 'terms': ['ship', 'people'], 'counts': [1, 1]}",
                "{'doc_id': 'c', 'terms': ['people'], 'counts': [9]}");

        // n = 4: ship (1 + ln 3) ln(5 / 2) = 1.923; lone ln 5 * 50 / 54 = 1.490; people, in 3 of 4, nothing.
        assertRows(
                TermWeights.of(vectors, Stories.of(documents, USUAL), USUAL),
                "doc_id string, terms array<string>, weights array<bigint>",
                "{'doc_id': 'a', 'terms': ['ship', 'lone'], 'weights': [1923, 1490]}",
                "{'doc_id': 'b', 'terms': ['ship'], 'weights': [916]}");
    }

    @Test
    void aDayCountsAsFarAsThereWasNewsOnIt() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'b', 'is_copy': false, 'published_on': '2013-04-20', 'published_precision': 'day'}",
                "{'doc_id': 'c', 'is_copy': false, 'published_on': '2013-04-20', 'published_precision': 'day'}",
                "{'doc_id': 'd', 'is_copy': true, 'published_on': '2013-04-20', 'published_precision': 'day'}",
                "{'doc_id': 'e', 'is_copy': false, 'published_on': '2013-04-01', 'published_precision': 'month'}");

        assertRows(
                Stories.of(documents, USUAL),
                "doc_id string, day date, position bigint, period string, period_stories bigint, periods array<string>",
                "{'doc_id': 'a', 'day': '2013-04-15', 'position': 1, 'period': 'all', 'period_stories': 4, 'periods': ['all']}",
                "{'doc_id': 'b', 'day': '2013-04-20', 'position': 3, 'period': 'all', 'period_stories': 4, 'periods': ['all']}",
                "{'doc_id': 'c', 'day': '2013-04-20', 'position': 3, 'period': 'all', 'period_stories': 4, 'periods': ['all']}",
                "{'doc_id': 'e', 'period': 'all', 'period_stories': 4, 'periods': ['all']}");
    }

    @Test
    void termsAreWeighedInTheMonthWhereItHasEnoughStories() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'a', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'b', 'is_copy': false, 'published_on': '2013-04-20', 'published_precision': 'day'}",
                "{'doc_id': 'c', 'is_copy': false, 'published_on': '2013-05-20', 'published_precision': 'day'}",
                "{'doc_id': 'd', 'is_copy': false, 'published_on': '2014-05-20', 'published_precision': 'day'}");

        assertRows(
                Stories.of(documents, periodsOf(2)),
                "doc_id string, period string, period_stories bigint, periods array<string>",
                "{'doc_id': 'a', 'period': '2013-04', 'period_stories': 2, 'periods': ['2013-04', '2013', 'all']}",
                "{'doc_id': 'b', 'period': '2013-04', 'period_stories': 2, 'periods': ['2013-04', '2013', 'all']}",
                "{'doc_id': 'c', 'period': '2013', 'period_stories': 3, 'periods': ['2013', 'all']}",
                "{'doc_id': 'd', 'period': 'all', 'period_stories': 4, 'periods': ['all']}");
    }

    @Test
    void likenessIsTheCosineLessTheNewsBetween() {
        String story = "{'doc_id': '%s', 'is_copy': false, 'published_on': '%s', 'published_precision': 'day'}";
        Dataset<Row> documents = rows(
                Documents.TABLE,
                story.formatted("a", "2013-04-15"),
                story.formatted("b", "2013-04-15"),
                story.formatted("c", "2013-05-01"),
                story.formatted("d", "2013-08-01"));
        Dataset<Row> weights = rows(
                "doc_id string, terms array<string>, weights array<bigint>",
                "{'doc_id': 'a', 'terms': ['x', 'y'], 'weights': [4000, 3000]}",
                "{'doc_id': 'b', 'terms': ['x', 'z'], 'weights': [3000, 4000]}",
                "{'doc_id': 'c', 'terms': ['x', 'y'], 'weights': [4000, 3000]}",
                "{'doc_id': 'd', 'terms': ['x', 'y'], 'weights': [4000, 3000]}");

        // a, b: .8 * .6 = .48. a, c: 1 after one tenth of a day of news, exp(-.01) = .990050. d is 92 days from c.
        assertRows(
                StoryLikeness.pairs(weights, Stories.of(documents, USUAL), USUAL),
                "doc_a string, doc_b string, likeness bigint",
                "{'doc_a': 'a', 'doc_b': 'b', 'likeness': 479998}",
                "{'doc_a': 'a', 'doc_b': 'c', 'likeness': 990038}",
                "{'doc_a': 'b', 'doc_b': 'c', 'likeness': 475222}");
    }

    @Test
    void groupsBecomeOneWhileTheyAreAlikeOnAverageNotLinkByLink() {
        // A chain: each is like the next alone. b, c first (.9); then a to (b, c) is .4 / 2, d to (b, c) .5 / 2.
        Dataset<Row> chain = rows(
                "doc_a string, doc_b string, likeness bigint",
                "{'doc_a': 'a', 'doc_b': 'b', 'likeness': 400000}",
                "{'doc_a': 'b', 'doc_b': 'c', 'likeness': 900000}",
                "{'doc_a': 'c', 'doc_b': 'd', 'likeness': 500000}");
        String group = "doc_id string, group string";
        String[] three = {
            "{'doc_id': 'b', 'group': 'b'}", "{'doc_id': 'c', 'group': 'b'}", "{'doc_id': 'd', 'group': 'b'}"
        };
        assertRows(Clusters.of(chain, .22), group, three);
        assertRows(Clusters.of(chain, .22, 0), group, three);
        assertRows(Clusters.of(chain, .3), group, "{'doc_id': 'b', 'group': 'b'}", "{'doc_id': 'c', 'group': 'b'}");
    }

    @Test
    void undatedStoriesJoinButDoNotBegin() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'b', 'is_copy': false, 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'a', 'is_copy': false, 'published_precision': 'none'}",
                "{'doc_id': 'c', 'is_copy': false, 'published_precision': 'none'}");
        Dataset<Row> weights = rows(
                "doc_id string, terms array<string>, weights array<bigint>",
                "{'doc_id': 'a', 'terms': ['x', 'y'], 'weights': [4000, 3000]}",
                "{'doc_id': 'b', 'terms': ['x', 'y'], 'weights': [4000, 3000]}",
                "{'doc_id': 'c', 'terms': ['z'], 'weights': [4000]}");
        Dataset<Row> stories = Stories.of(documents, USUAL);
        Dataset<Row> dated = EventMembers.dated(rows("doc_id string, group string"), stories);

        assertRows(dated, "event_id string, doc_id string", "{'event_id': 'b', 'doc_id': 'b'}");
        assertRows(
                EventMembers.undated(dated, stories, weights, USUAL),
                "event_id string, doc_id string",
                "{'event_id': 'b', 'doc_id': 'a'}");
    }

    @Test
    void anEventIsSummedUpFromItsStories() {
        Dataset<Row> documents = rows(
                Documents.TABLE,
                "{'doc_id': 'b', 'story_id': 'b', 'is_copy': false, 'outlet': 'X', 'published_on': '2013-04-15', 'published_precision': 'day'}",
                "{'doc_id': 'a', 'story_id': 'a', 'is_copy': false, 'outlet': 'Y', 'published_on': '2013-04-17', 'published_precision': 'day', 'title': 'Ship sinks'}",
                "{'doc_id': 'c', 'story_id': 'a', 'is_copy': true, 'outlet': 'Z', 'published_on': '2013-04-18', 'published_precision': 'day'}",
                "{'doc_id': 'd', 'story_id': 'd', 'is_copy': false, 'published_on': '2013-04-30', 'published_precision': 'day'}");
        Dataset<Row> weights = rows(
                "doc_id string, terms array<string>, weights array<bigint>",
                "{'doc_id': 'b', 'terms': ['person:smith', 'ship', 'country:KR', 'lone', 'organization:x'], 'weights': [3000, 2000, 1000, 900, 800]}",
                "{'doc_id': 'a', 'terms': ['ship', 'person:smith', 'country:KR', 'organization:x'], 'weights': [3000, 2000, 1500, 800]}",
                "{'doc_id': 'd', 'terms': ['other'], 'weights': [3000]}");
        Dataset<Row> mentions = rows(
                Mentions.TABLE,
                "{'doc_id': 'a', 'sentence_no': 0, 'entity_id': 'person:smith'}",
                "{'doc_id': 'b', 'sentence_no': 0, 'entity_id': 'person:smith'}");
        Dataset<Row> quotes = rows(
                Quotes.TABLE,
                "{'doc_id': 'b', 'start': 1, 'speaker_entity_id': 'person:smith'}",
                "{'doc_id': 'b', 'start': 9}");
        Dataset<Row> entities = rows(
                Entities.TABLE,
                "{'entity_id': 'person:smith', 'label': 'Smith', 'type': 'person'}",
                "{'entity_id': 'country:KR', 'label': 'South Korea', 'type': 'country'}",
                "{'entity_id': 'organization:x', 'label': 'X', 'type': 'organization', 'is_outlet': true}");
        Dataset<Row> sentences = rows(
                Sentences.TABLE,
                "{'doc_id': 'd', 'sentence_no': 1, 'text': 'Second.'}",
                "{'doc_id': 'd', 'sentence_no': 0, 'text': 'First.'}");
        Dataset<Row> members = rows(
                "event_id string, doc_id string",
                "{'event_id': 'b', 'doc_id': 'a'}",
                "{'event_id': 'b', 'doc_id': 'b'}",
                "{'event_id': 'd', 'doc_id': 'd'}");
        Dataset<Row> summaries =
                EventSummaries.of(members, Stories.of(documents, USUAL), weights, documents, mentions, quotes);
        Dataset<Row> follows = rows(
                "event_id string, follows string, follows_similarity double",
                "{'event_id': 'd', 'follows': 'b', 'follows_similarity': 0.1}");

        // The first story has no headline: the other one gives the title, though both are as like the whole.
        assertRows(
                EventRows.of(summaries, follows, entities, sentences),
                "event_id string, title string, started_on date, ended_on date, peak_on date, document_count bigint, document_count_with_copies bigint, outlet_count bigint, central_doc_id string, follows string, is_going_on boolean",
                "{'event_id': 'b', 'title': 'Ship sinks', 'started_on': '2013-04-15', 'ended_on': '2013-04-17', 'peak_on': '2013-04-15', 'document_count': 2, 'document_count_with_copies': 3, 'outlet_count': 2, 'central_doc_id': 'a', 'is_going_on': false}",
                "{'event_id': 'd', 'title': 'First.', 'started_on': '2013-04-30', 'ended_on': '2013-04-30', 'peak_on': '2013-04-30', 'document_count': 1, 'document_count_with_copies': 1, 'outlet_count': 0, 'central_doc_id': 'd', 'follows': 'b', 'is_going_on': true}");
        assertRows(
                EventRows.of(summaries, follows, entities, sentences),
                "event_id string, actors array<string>, actor_labels array<string>, actor_documents array<bigint>, actor_titles array<bigint>, actor_quotes array<bigint>, places array<string>, terms array<string>",
                "{'event_id': 'b', 'actors': ['person:smith', 'country:KR'], 'actor_labels': ['Smith', 'South Korea'], 'actor_documents': [2, 2], 'actor_titles': [1, 0], 'actor_quotes': [1, 0], 'places': ['country:KR'], 'terms': ['ship']}",
                "{'event_id': 'd', 'actors': [], 'actor_labels': [], 'actor_documents': [], 'actor_titles': [], 'actor_quotes': [], 'places': [], 'terms': ['other']}");
        assertRows(
                EventRows.documents(summaries, documents),
                "event_id string, doc_id string, is_central boolean",
                "{'event_id': 'b', 'doc_id': 'b', 'is_central': false}",
                "{'event_id': 'b', 'doc_id': 'a', 'is_central': true}",
                "{'event_id': 'b', 'doc_id': 'c', 'is_central': false}",
                "{'event_id': 'd', 'doc_id': 'd', 'is_central': true}");
    }

    @Test
    void theEventBehindARowIsTheOneThatHalfOfItsStoriesAreOn() {
        Dataset<Row> rows = rows(
                "term string, events array<string>",
                "{'term': 'half', 'events': ['c', null, 'a', 'c', null, 'c']}",
                "{'term': 'fewer', 'events': ['a', 'a', 'c', null, null]}",
                "{'term': 'as many', 'events': ['c', 'a', 'a', 'c']}",
                "{'term': 'none', 'events': [null]}",
                "{'term': 'no story', 'events': []}");

        assertRows(
                rows.withColumn("event_id", EventShares.behind(col("events"))),
                "term string, event_id string",
                "{'term': 'half', 'event_id': 'c'}",
                "{'term': 'fewer'}",
                "{'term': 'as many', 'event_id': 'a'}",
                "{'term': 'none'}",
                "{'term': 'no story'}");
    }

    private static EventSettings periodsOf(long stories) {
        return new EventSettings(
                USUAL.likeness(),
                USUAL.faintLikeness(),
                USUAL.termsPerStory(),
                USUAL.fullDay(),
                USUAL.fadingDays(),
                USUAL.windowNewsDays(),
                USUAL.windowDays(),
                USUAL.undatedLikeness(),
                stories);
    }
}
