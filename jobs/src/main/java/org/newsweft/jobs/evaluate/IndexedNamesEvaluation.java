package org.newsweft.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Mentions;
import org.newsweft.table.schema.Table;
import org.newsweft.text.Sentences;
import org.newsweft.text.names.NameFinder;
import org.newsweft.text.names.lexicon.Mention;

/**
 * Persons and countries that indexers gave an article, as those of Reuters-21578 did. A gold record has {@code id},
 * {@code text}, perhaps {@code title} and {@code dateline}, and the lists {@code people} ({@code james-baker}) and
 * {@code places} ({@code west-germany}). A person is found if the family name, the last word of the label, is a word of the
 * label of a person who is mentioned; a country if a mention has its code, cities included.
 *
 * <p>The code of a label is the one that the name finder gives to its words. A label that it leads nowhere counts as not
 * found.
 */
final class IndexedNamesEvaluation implements Evaluation {
    private static final Set<String> ACRONYMS = Set.of("usa", "uk", "ussr", "uae");

    @Override
    public Optional<Map<String, String>> article(JsonNode gold, String field) {
        Map<String, String> article = new LinkedHashMap<>();
        String dateline = gold.path("dateline").asText("");
        article.put("id", gold.path("id").asText());
        article.put(
                "text",
                (dateline.isEmpty() ? "" : dateline + " ") + gold.path("text").asText());
        for (String name : List.of("title", "date", "outlet")) {
            if (gold.hasNonNull(name)) {
                article.put(name, gold.path(name).asText());
            }
        }
        return Optional.of(article);
    }

    @Override
    public boolean needsTextAsItIs() {
        return true;
    }

    @Override
    public Figures figures(List<JsonNode> gold, Function<Table, Dataset<Row>> tables) {
        Map<String, Set<String>> persons = new HashMap<>();
        Map<String, Set<String>> countries = new HashMap<>();
        Dataset<Row> documents = tables.apply(Documents.TABLE).select(Documents.DOC_ID.col(), Documents.SOURCE.col());
        for (Row mention : tables.apply(Mentions.TABLE)
                .join(documents, Mentions.DOC_ID.name())
                .select(
                        Documents.SOURCE.col(),
                        Mentions.TYPE.col(),
                        Mentions.ENTITY_LABEL.col(),
                        Mentions.COUNTRY_CODE.col())
                .distinct()
                .collectAsList()) {
            String source = mention.getString(0);
            if (mention.getString(1).equals("person")) {
                persons.computeIfAbsent(source, id -> new HashSet<>())
                        .addAll(List.of(
                                mention.getString(2).toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
            }
            if (!mention.isNullAt(3)) {
                countries.computeIfAbsent(source, id -> new HashSet<>()).add(mention.getString(3));
            }
        }
        return compare(gold, persons, countries);
    }

    private static Figures compare(
            List<JsonNode> gold, Map<String, Set<String>> persons, Map<String, Set<String>> countries) {
        NameFinder finder = NameFinder.load();
        Map<String, Optional<String>> codes = new HashMap<>();
        long people = 0;
        long peopleFound = 0;
        long places = 0;
        long placesFound = 0;
        for (JsonNode record : gold) {
            String id = record.path("id").asText();
            for (JsonNode label : record.path("people")) {
                String family = label.asText().substring(label.asText().lastIndexOf('-') + 1);
                people++;
                peopleFound += persons.getOrDefault(id, Set.of()).contains(family) ? 1 : 0;
            }
            for (JsonNode label : record.path("places")) {
                Optional<String> code = codes.computeIfAbsent(label.asText(), name -> codeOf(finder, name));
                places++;
                placesFound +=
                        code.isPresent() && countries.getOrDefault(id, Set.of()).contains(code.get()) ? 1 : 0;
            }
        }
        return new Figures()
                .with("persons", people)
                .withShare("persons_found", peopleFound, people)
                .with("countries", places)
                .withShare("countries_found", placesFound, places);
    }

    private static Optional<String> codeOf(NameFinder finder, String label) {
        StringBuilder name = new StringBuilder();
        for (String word : label.split("-", -1)) {
            boolean acronym = ACRONYMS.contains(word);
            name.append(name.isEmpty() ? "" : " ");
            name.append(
                    acronym
                            ? word.toUpperCase(Locale.ROOT)
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        String text = "They left " + name + ".";
        return finder.find(text, Sentences.of(text)).stream()
                .map(Mention::countryCode)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
