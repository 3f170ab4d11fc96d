package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.names.GazetteerEntry.Kind;

/**
 * Leads every mention of a person in one document to the fullest name that the document gives: surnames, titles with
 * surnames, first names, names with and without initials and middle names.
 */
final class PersonResolver {
    private static final double FULL_NAME = 0.95;
    private static final double BY_SURNAME = 0.9;
    private static final double BY_LIST = 0.85;
    private static final double SURNAME_ONLY = 0.6;

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> familyNames;
    private final Set<String> titles;

    private PersonResolver(WordLists words) {
        familyNames = words.of("family_first");
        Set<String> all = new HashSet<>(words.of("title"));
        all.addAll(words.of("more_title"));
        titles = Set.copyOf(all);
    }

    static PersonResolver load() {
        return new PersonResolver(WordLists.load());
    }

    /** Whether the word may stand before a name as title or office. */
    boolean isTitle(String lower) {
        return titles.contains(WordLists.withoutStop(lower));
    }

    /** The persons of one document. */
    Document read(NameText text, List<NamedTokens> names) {
        Document document = new Document(text);
        for (NamedTokens name : names) {
            if (name.type() == NameType.PERSON) {
                document.addFullName(name);
            }
        }
        return document;
    }

    /** A person as one document knows them. */
    private static final class Bearer {
        private final String id;
        private String label;
        private int parts;
        private final int firstToken;
        private int lastToken = -1;

        private Bearer(String id, String label, int parts, int firstToken) {
            this.id = id;
            this.label = label;
            this.parts = parts;
            this.firstToken = firstToken;
        }
    }

    /** Resolves the mentions of one document; ask in the order of the text. */
    final class Document {
        private final NameText text;
        private final Map<String, Bearer> byFullName = new HashMap<>();
        private final Map<String, Bearer> byId = new HashMap<>();
        private final Map<String, List<Bearer>> byShortForm = new HashMap<>();
        private final Map<String, List<Bearer>> byFirstName = new HashMap<>();

        private Document(NameText text) {
            this.text = text;
        }

        /** Whether a lower-case word is the surname of somebody whom this document names in full. */
        boolean isKnownSurname(String word) {
            return byShortForm.containsKey(PersonName.key(word));
        }

        ResolvedName resolve(int from, int to) {
            PersonName name = nameOf(from, to);
            Bearer bearer = name.isSingle() ? null : byFullName.get(name.slug());
            if (bearer != null) {
                bearer.lastToken = from;
                return person(bearer, Reading.NAME, FULL_NAME);
            }
            boolean titled = isTitle(text.lowerNear(from, -1));
            Reading reading = titled ? Reading.TITLE : Reading.SURNAME;
            bearer = bearerOf(name, from);
            if (bearer != null) {
                bearer.lastToken = from;
                return person(bearer, reading, BY_SURNAME);
            }
            GazetteerEntry known = listed(from, to);
            if (known != null) {
                Reading known2 = known.alias() ? reading : Reading.NAME;
                return new ResolvedName(known.id(), known.label(), EntityType.PERSON, known2, null, BY_LIST);
            }
            return new ResolvedName(
                    EntityIds.person(name.slug()),
                    String.join(" ", name.parts()),
                    EntityType.PERSON,
                    reading,
                    null,
                    SURNAME_ONLY);
        }

        private void addFullName(NamedTokens name) {
            PersonName parsed = nameOf(name.from(), name.to());
            if (parsed.isSingle()) {
                return;
            }
            Bearer bearer = byFullName.get(parsed.slug());
            if (bearer == null) {
                bearer = sameFirstAndLast(parsed);
            }
            if (bearer == null) {
                bearer = newBearer(parsed, name);
            }
            byFullName.put(parsed.slug(), bearer);
            if (parsed.parts().size() > bearer.parts) {
                bearer.parts = parsed.parts().size();
                bearer.label = String.join(" ", parsed.parts());
            }
            for (String form : parsed.shortForms()) {
                addOnce(byShortForm, form, bearer);
            }
            if (!parsed.familyFirst()) {
                addOnce(byFirstName, parsed.first(), bearer);
            }
        }

        private Bearer newBearer(PersonName parsed, NamedTokens name) {
            GazetteerEntry known = listed(name.from(), name.to());
            String id = known == null ? EntityIds.person(parsed.slug()) : known.id();
            Bearer same = byId.get(id);
            if (same != null) {
                return same;
            }
            String label = known == null ? String.join(" ", parsed.parts()) : known.label();
            int parts = known == null ? parsed.parts().size() : Integer.MAX_VALUE;
            Bearer bearer = new Bearer(id, label, parts, name.from());
            byId.put(id, bearer);
            return bearer;
        }

        /** "Hillary Rodham Clinton" after "Hillary Clinton". */
        private Bearer sameFirstAndLast(PersonName parsed) {
            for (Bearer bearer : byShortForm.getOrDefault(parsed.last(), List.of())) {
                if (byFirstName.getOrDefault(parsed.first(), List.of()).contains(bearer)) {
                    return bearer;
                }
            }
            return null;
        }

        /** Whom a short name means: of several the one named last before, else the one named first after. */
        private Bearer bearerOf(PersonName name, int from) {
            String key = name.slug();
            List<Bearer> bearers = byShortForm.get(key);
            if (bearers == null && name.isSingle()) {
                List<Bearer> byFirst = byFirstName.getOrDefault(key, List.of());
                bearers = byFirst.size() == 1 ? byFirst : null;
            }
            if (bearers == null) {
                return null;
            }
            Bearer best = null;
            for (Bearer bearer : bearers) {
                if (best == null || nearness(bearer, from) > nearness(best, from)) {
                    best = bearer;
                }
            }
            return best;
        }

        private int nearness(Bearer bearer, int from) {
            if (bearer.lastToken >= 0) {
                return bearer.lastToken;
            }
            return from - bearer.firstToken - text.size();
        }

        private PersonName nameOf(int from, int to) {
            return PersonName.of(text.surface(from, to), gazetteer, familyNames);
        }

        private GazetteerEntry listed(int from, int to) {
            return new GazetteerMatch(from, to, gazetteer.meanings(text.tokens(), from, to)).first(Kind.PERSON);
        }

        private ResolvedName person(Bearer bearer, Reading reading, double confidence) {
            return new ResolvedName(bearer.id, bearer.label, EntityType.PERSON, reading, null, confidence);
        }

        private void addOnce(Map<String, List<Bearer>> index, String key, Bearer bearer) {
            List<Bearer> bearers = index.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!bearers.contains(bearer)) {
                bearers.add(bearer);
            }
        }
    }
}
