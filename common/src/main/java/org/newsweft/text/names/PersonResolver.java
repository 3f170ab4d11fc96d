package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.newsweft.text.names.GazetteerEntry.Kind;

/**
 * Leads every mention of a person in one document to the fullest name that the document gives: surnames, titles with
 * surnames, first names, names with and without initials and middle names, in either order.
 */
final class PersonResolver {
    private static final double FULL_NAME = 0.95;
    private static final double BY_SURNAME = 0.9;
    private static final double BY_LIST = 0.85;
    private static final double SURNAME_ONLY = 0.6;
    /** Titles that make a first name a whole name: there is one King Charles, but many a Charles. */
    private static final Set<String> REGNAL =
            Set.of("king", "queen", "prince", "princess", "pope", "emperor", "empress");

    private static final Set<String> QUOTES = Set.of("“", "\"", "'", "‘");

    private final Gazetteer gazetteer = Gazetteer.load();
    /** A text with more people of one surname is a list of them; nobody is looked up among the rest. */
    private static final int MOST_OF_ONE_NAME = 300;

    private final Nicknames nicknames = Nicknames.load();
    private final Offices offices = Offices.load();
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
        List<NamedTokens> doubtful = new ArrayList<>();
        for (NamedTokens name : names) {
            if (name.type() == NameType.PERSON) {
                boolean surname = document.nameOf(name.from(), name.to()).mayBeSurname();
                if (surname) {
                    doubtful.add(name);
                } else {
                    document.addFullName(name);
                }
            }
        }
        for (NamedTokens name : doubtful) {
            if (!document.isKnownSurname(text.surface(name.from(), name.to()))) {
                document.addFullName(name);
            }
        }
        for (NamedTokens name : names) {
            if (name.type() == NameType.PERSON) {
                document.addRuler(name);
            }
        }
        document.nameBearers();
        return document;
    }

    /** A person as one document knows them. */
    private static final class Bearer {
        private PersonName fullest;
        private final GazetteerEntry listed;
        private final String ruler;
        private final int firstToken;
        /** Place among those whom the text names in full, from 0. */
        private final int number;

        private PersonName parsed;
        private String given;
        private String family;
        private final Set<String> shortForms = new TreeSet<>();
        /** Where the text names this person in full. */
        private final List<Integer> fullTokens = new ArrayList<>(2);

        private String id;

        private Bearer(PersonName fullest, GazetteerEntry listed, String ruler, int firstToken, int number) {
            this.number = number;
            this.fullest = fullest;
            this.listed = listed;
            this.ruler = ruler;
            this.firstToken = firstToken;
        }

        /** Whether given and family name are these, in either order: a quick look before all of the names is compared. */
        private boolean mayBe(String otherGiven, String otherFamily, Nicknames nicknames) {
            if (!fullest.equals(parsed)) {
                parsed = fullest;
                given = fullest.given();
                family = fullest.family();
            }
            return family.equals(otherFamily)
                    ? given.equals(otherGiven) || given.equals(otherFamily) || nicknames.areOne(given, otherGiven)
                    : given.equals(otherFamily) && family.equals(otherGiven);
        }

        /** The last place before a token where the text names this person in full, else the first of all. */
        private int lastFull(int before) {
            int last = firstToken;
            for (int token : fullTokens) {
                last = token < before ? token : last;
            }
            return last;
        }

        private String label() {
            if (listed != null) {
                return listed.label();
            }
            return ruler == null ? fullest.label() : capitalised(ruler) + " " + fullest.label();
        }

        private String nameKey() {
            // An ordinal is what a middle name is to others: "King Charles" may be the third.
            return ruler == null ? fullest.nameKey() : ruler + " " + EntityIds.slug(String.join(" ", fullest.all()));
        }

        private List<String> middle() {
            boolean numbered = ruler != null && !fullest.suffix().isEmpty();
            return numbered ? List.of(fullest.suffix()) : fullest.middle();
        }

        private String fullName() {
            return ruler == null ? fullest.fullSlug() : ruler + "-" + fullest.fullSlug();
        }

        private static String capitalised(String word) {
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    /** Resolves the mentions of one document; ask in the order of the text. */
    final class Document {
        private final NameText text;
        private final List<Bearer> bearers = new ArrayList<>();
        private final Map<String, Bearer> byFullName = new HashMap<>();
        private final Map<String, Bearer> byListedId = new HashMap<>();
        private final Map<String, List<Bearer>> byShortForm = new HashMap<>();
        private final Map<String, List<Bearer>> byFirstName = new HashMap<>();
        private final Map<String, Person> found = new HashMap<>();

        private Document(NameText text) {
            this.text = text;
        }

        /** Whether a word is the first name of somebody whom this document names in full. */
        boolean isKnownFirstName(String word) {
            return byFirstName.containsKey(PersonName.key(word));
        }

        /** Whether a lower-case word is the surname of somebody whom this document names in full. */
        boolean isKnownSurname(String word) {
            return byShortForm.containsKey(PersonName.key(word));
        }

        ResolvedName resolve(int from, int to) {
            PersonName name = nameOf(from, to);
            Bearer bearer = name.isSingle() ? null : byFullName.get(name.fullSlug());
            if (bearer != null) {
                return person(bearer, Reading.NAME, FULL_NAME, from, to);
            }
            boolean titled = isTitle(text.lowerNear(from, -1));
            Reading reading = titled ? Reading.TITLE : Reading.SURNAME;
            bearer = bearerOf(name);
            GazetteerEntry known = listed(from, to);
            // "Trump" beside "Ivanka Trump" is the one whom everybody calls so, whether or not the text names him in
            // full.
            boolean famous = known != null && known.alias() && byListedId.get(known.id()) == null;
            if (famous
                    && bearer != null
                    && text.tokens().sentenceOf(bearer.lastFull(from))
                            != text.tokens().sentenceOf(from)) {
                bearer = null;
            }
            if (bearer != null) {
                return person(bearer, reading, BY_SURNAME, from, to);
            }
            if (known != null) {
                PersonName full = PersonName.of(known.label(), gazetteer, familyNames);
                note(known.id(), known.label(), NameForm.LISTED, full, from, to);
                Reading shortly = known.alias() ? reading : Reading.NAME;
                return new ResolvedName(known.id(), known.label(), EntityType.PERSON, shortly, null, BY_LIST);
            }
            String id = EntityIds.person(name.slug());
            note(id, name.label(), isCutShort(from, to) ? NameForm.FIRST : NameForm.SINGLE, name, from, to);
            return new ResolvedName(id, name.label(), EntityType.PERSON, reading, null, SURNAME_ONLY);
        }

        /** The persons that were asked for, for comparison with other documents. */
        List<DocumentEntity> entities() {
            List<DocumentEntity> entities = new ArrayList<>(found.size());
            found.forEach((id, person) -> entities.add(person.entity(id)));
            return entities;
        }

        private void addFullName(NamedTokens name) {
            PersonName parsed = nameOf(name.from(), name.to());
            GazetteerEntry known = listed(name.from(), name.to());
            if (parsed.isSingle()) {
                return;
            }
            Bearer bearer = byFullName.get(parsed.fullSlug());
            if (bearer == null && known != null) {
                bearer = byListedId.get(known.id());
            }
            if (bearer == null) {
                bearer = sameName(parsed);
            }
            if (bearer == null) {
                bearer = new Bearer(parsed, known, null, name.from(), bearers.size());
                bearers.add(bearer);
                if (known != null) {
                    byListedId.put(known.id(), bearer);
                }
            }
            byFullName.put(parsed.fullSlug(), bearer);
            bearer.fullTokens.add(name.from());
            String nickname = parsed.nickname();
            if (!nickname.isEmpty()) {
                byFullName.putIfAbsent(nickname + "-" + parsed.family(), bearer);
                addOnce(byFirstName, nickname, bearer);
            }
            if (parsed.all().size() > bearer.fullest.all().size()) {
                bearer.fullest = parsed;
            }
            addShortForms(bearer, parsed);
        }

        private void addShortForms(Bearer bearer, PersonName parsed) {
            for (String form : parsed.shortForms()) {
                addOnce(byShortForm, form, bearer);
                bearer.shortForms.add(form);
            }
            if (!parsed.familyFirst()) {
                addOnce(byFirstName, parsed.first(), bearer);
            }
        }

        /** "King Charles", unless the document has a full name to which Charles belongs. */
        private void addRuler(NamedTokens name) {
            PersonName parsed = nameOf(name.from(), name.to());
            String title = text.lowerNear(name.from(), -1);
            boolean single = parsed.all().size() == 1;
            String key = parsed.slug();
            if (!REGNAL.contains(title)
                    || !single
                    || listed(name.from(), name.to()) != null
                    || byFirstName.containsKey(PersonName.key(parsed.all().get(0)))) {
                return;
            }
            for (Bearer other :
                    byShortForm.getOrDefault(PersonName.key(parsed.all().get(0)), List.of())) {
                boolean same = title.equals(other.ruler)
                        && (parsed.suffix().isEmpty()
                                || other.fullest.suffix().isEmpty()
                                || parsed.suffix().equals(other.fullest.suffix()));
                if (other.ruler == null || same) {
                    other.fullest = parsed.suffix().isEmpty() || other.ruler == null ? other.fullest : parsed;
                    return;
                }
            }
            Bearer bearer = new Bearer(parsed, null, title, name.from(), bearers.size());
            bearers.add(bearer);
            addOnce(byShortForm, key, bearer);
            addOnce(byShortForm, PersonName.key(parsed.all().get(0)), bearer);
        }

        /** Ids tell initials only where the document has two who are alike without. */
        private void nameBearers() {
            Map<String, Integer> bearersOfId = new HashMap<>();
            for (Bearer bearer : bearers) {
                bearersOfId.merge(plainId(bearer), 1, Integer::sum);
            }
            for (Bearer bearer : bearers) {
                boolean alone = bearer.listed != null || bearersOfId.get(plainId(bearer)) == 1;
                bearer.id = alone ? plainId(bearer) : EntityIds.person(bearer.fullName());
            }
        }

        private String plainId(Bearer bearer) {
            if (bearer.listed != null) {
                return bearer.listed.id();
            }
            return EntityIds.person(bearer.ruler == null ? bearer.fullest.slug() : bearer.fullName());
        }

        /**
         * "Hillary Rodham Clinton" after "Hillary Clinton", "Abe Shinzo" after "Shinzo Abe", "Bill Clinton" after "William
         * Clinton"; but not "George W. Bush" after "George H. W. Bush", nor "Donald Trump Jr." after his father.
         */
        private Bearer sameName(PersonName parsed) {
            String given = parsed.given();
            String family = parsed.family();
            for (String form : List.of(family, parsed.first())) {
                for (Bearer bearer : byShortForm.getOrDefault(form, List.of())) {
                    if (bearer.ruler == null
                            && bearer.mayBe(given, family, nicknames)
                            && isSame(bearer.fullest, parsed)) {
                        return bearer;
                    }
                }
            }
            return null;
        }

        private boolean isSame(PersonName a, PersonName b) {
            if (!a.suffix().equals(b.suffix()) || !a.agreesWith(b)) {
                return false;
            }
            boolean reversed = a.given().equals(b.family()) && a.family().equals(b.given());
            boolean given = a.given().equals(b.given()) || nicknames.areOne(a.given(), b.given());
            return reversed || (given && a.family().equals(b.family()));
        }

        /** Whom a short name means: of several the one named in full first. */
        private Bearer bearerOf(PersonName name) {
            List<Bearer> known = byShortForm.get(name.slug());
            if (known == null && !name.suffix().isEmpty()) {
                known = byShortForm.get(PersonName.key(String.join(" ", name.parts())));
            }
            if (known == null && name.isSingle()) {
                List<Bearer> byFirst = byFirstName.getOrDefault(name.slug(), List.of());
                known = byFirst.size() == 1 ? byFirst : null;
            }
            if (known == null) {
                return null;
            }
            Bearer best = null;
            for (Bearer bearer : known) {
                boolean other = !name.suffix().isEmpty()
                        && !bearer.fullest.suffix().isEmpty()
                        && !name.suffix().equals(bearer.fullest.suffix());
                if (!other && (best == null || nearness(bearer, name) > nearness(best, name))) {
                    best = bearer;
                }
            }
            return best;
        }

        /** The same suffix decides, then who came first: a wife is named in full again when she is meant, the man of the story is not. */
        private int nearness(Bearer bearer, PersonName name) {
            boolean suffixed = !name.suffix().isEmpty() && name.suffix().equals(bearer.fullest.suffix());
            return (suffixed ? bearers.size() : 0) - bearer.number;
        }

        private PersonName nameOf(int from, int to) {
            String next = text.lowerNear(to - 1, 1);
            String following = next.equals(",") ? text.lowerNear(to - 1, 2) : next;
            boolean suffix = following.startsWith("jr") || following.startsWith("sr") || isOrdinal(to);
            return PersonName.of(text.surface(from, to), suffix ? following : "", gazetteer, familyNames);
        }

        /** "James" in "Judge James “Jeb” Boasberg", "Baker" in "the law firm of Baker and Botts": part of a longer name. */
        private boolean isCutShort(int from, int to) {
            boolean quoted =
                    text.isNear(to - 1, 1) && QUOTES.contains(text.lower(to)) && text.isCapitalizedNear(to - 1, 2);
            boolean firm = text.lowerNear(from, -1).equals("firm")
                    || (text.lowerNear(from, -1).equals("of")
                            && text.lowerNear(from, -2).equals("firm"));
            return quoted || firm;
        }

        /** "II" right after the name, in capitals. */
        private boolean isOrdinal(int to) {
            return text.isNear(to - 1, 1) && text.isUpperCase(to);
        }

        private GazetteerEntry listed(int from, int to) {
            GazetteerEntry named =
                    new GazetteerMatch(from, to, gazetteer.meanings(text.tokens(), from, to)).first(Kind.PERSON);
            if (named == null && REGNAL.contains(text.lowerNear(from, -1))) {
                return new GazetteerMatch(from - 1, to, gazetteer.meanings(text.tokens(), from - 1, to))
                        .first(Kind.PERSON);
            }
            return named;
        }

        private ResolvedName person(Bearer bearer, Reading reading, double confidence, int from, int to) {
            Person person = found.computeIfAbsent(bearer.id, id -> new Person(bearer));
            person.roles.addAll(offices.of(text, from, to));
            return new ResolvedName(bearer.id, bearer.label(), EntityType.PERSON, reading, null, confidence);
        }

        private void note(String id, String label, NameForm form, PersonName name, int from, int to) {
            found.computeIfAbsent(id, any -> new Person(label, form, name))
                    .roles
                    .addAll(offices.of(text, from, to));
        }

        private void addOnce(Map<String, List<Bearer>> index, String key, Bearer bearer) {
            List<Bearer> known = index.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (known.size() < MOST_OF_ONE_NAME && !known.contains(bearer)) {
                known.add(bearer);
            }
        }
    }

    /** A person whom mentions lead to, with what the text says beside their names. */
    private final class Person {
        private final String label;
        private final NameForm form;
        private final String nameKey;
        private final List<String> middle;
        private final String fullName;
        private final Set<String> shortForms;
        private final boolean isFirstName;
        private final Set<String> roles = new TreeSet<>();

        private Person(Bearer bearer) {
            label = bearer.label();
            isFirstName = false;
            form = NameForm.FULL;
            nameKey = bearer.nameKey();
            middle = bearer.middle();
            fullName = bearer.fullName();
            shortForms = bearer.shortForms;
            if (bearer.ruler != null) {
                roles.add(bearer.ruler);
            }
        }

        private Person(String label, NameForm form, PersonName name) {
            boolean single = name.isSingle();
            this.label = label;
            isFirstName = form == NameForm.SINGLE && gazetteer.isFirstName(label);
            this.form = form;
            nameKey = single ? name.slug() : name.nameKey();
            middle = single ? List.of() : name.middle();
            fullName = name.fullSlug();
            shortForms = Set.of();
        }

        private DocumentEntity entity(String id) {
            return new DocumentEntity(
                    id,
                    label,
                    EntityType.PERSON,
                    isFirstName && roles.isEmpty() ? NameForm.FIRST : form,
                    nameKey,
                    middle,
                    fullName,
                    List.copyOf(shortForms),
                    List.copyOf(roles),
                    List.copyOf(offices.fieldsOf(roles)),
                    List.of());
        }
    }
}
