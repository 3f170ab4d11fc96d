package org.newsweft.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsweft.text.Resources;
import org.newsweft.text.Sentences;
import org.newsweft.text.names.lexicon.EntityType;

/** Which place, country or person a name means, in sentences written for it; half of them were never looked at. */
class PlacesInContextTest {
    private static final String ANY = "*";
    private static final NameFinder FINDER = NameFinder.load();

    @ParameterizedTest
    @CsvSource({"1, 0.95", "2, 0.85"})
    void contextDecides(String half, double least) {
        int all = 0;
        List<String> wrong = new ArrayList<>();
        for (String[] row : Resources.rows(PlacesInContextTest.class, "places.tsv")) {
            if (row[0].equals(half)) {
                all++;
                String found = found(row[1], row[2]);
                if (!isRight(found, row[3], row[4])) {
                    wrong.add(row[1] + " " + row[2] + ": " + row[3] + " " + row[4] + ", not " + found);
                }
            }
        }
        System.out.printf("half %s: %d of %d places right%n", half, all - wrong.size(), all);
        if (half.equals("1")) {
            wrong.forEach(System.out::println);
        }
        assertThat(1 - (double) wrong.size() / all).isGreaterThanOrEqualTo(least);
    }

    private static String found(String text, String surface) {
        return FINDER.find(text, Sentences.of(text)).stream()
                .filter(mention -> mention.surface().equals(surface)
                        || (mention.type() == EntityType.PERSON
                                && mention.surface().contains(surface)))
                .map(mention -> mention.entityId() + " " + mention.reading().code())
                .findFirst()
                .orElse("nothing");
    }

    private static boolean isRight(String found, String id, String reading) {
        if (found.equals("nothing")) {
            return false;
        }
        String foundId = found.substring(0, found.indexOf(' '));
        boolean sameId = id.equals(ANY)
                || foundId.equals(id)
                || (id.endsWith(ANY) && foundId.startsWith(id.substring(0, id.length() - 1)));
        return sameId && (reading.equals(ANY) || found.endsWith(" " + reading));
    }
}
