package org.newsweft.text.names.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.lexicon.BodyNames;
import org.newsweft.text.names.lexicon.EntityIds;
import org.newsweft.text.names.lexicon.EntityType;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.NameForm;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NameType;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.lexicon.Reading;
import org.newsweft.text.names.lexicon.WordLists;

/**
 * Gives bodies one id per document: suffixes of companies set aside, acronyms led to the name that they were introduced
 * with, shortened names ("Lockheed" after "Lockheed Martin") and a common word ("the Commission") to the full one if there
 * is but one.
 */
public final class OrganizationResolver {
    private static final double NAMED = 0.9;
    private static final double BY_ACRONYM = 0.9;
    private static final double BY_SHORT_NAME = 0.75;
    private static final int LONGEST_ACRONYM = 8;
    /** Common words that mean the country's own, which is one wherever an outlet speaks of it. */
    private static final Set<String> OWN = Set.of("army", "navy", "senate", "congress", "parliament", "times", "post");

    private static final Set<String> JOINERS = Set.of("of", "for", "on");

    private final Gazetteer gazetteer = Gazetteer.load();
    private final Set<String> suffixes;
    private final Set<String> bodies;
    private final Set<String> commonFirst;

    private OrganizationResolver(WordLists words) {
        suffixes = words.of("company_suffix");
        bodies = words.of("organization");
        commonFirst = words.of("common_first");
    }

    public static OrganizationResolver load() {
        return new OrganizationResolver(WordLists.load());
    }

    /** The bodies of one document. */
    public Document read(NameText text, List<NamedTokens> names, PlaceEvidence evidence) {
        Document document = new Document(text, new NationalBodies(text, evidence));
        for (NamedTokens name : names) {
            if (name.type() == NameType.ORGANIZATION) {
                document.addName(name);
            }
        }
        return document;
    }

    private record Body(String id, String label) {}

    /** A body that mentions lead to, with the acronyms that the text introduces for it. */
    private record Found(String label, NameForm form, Set<String> acronyms) {}

    /** Resolves the mentions of one document. */
    public final class Document {
        private final NameText text;
        private final Map<String, Body> byAcronym = new HashMap<>();
        private final Map<String, Body> byShortName = new HashMap<>();
        private final Map<String, Set<Body>> byHead = new HashMap<>();
        private final Map<String, Set<String>> inBrackets = new HashMap<>();
        private final Map<String, Found> found = new HashMap<>();

        private final NationalBodies national;

        private Document(NameText text, NationalBodies national) {
            this.text = text;
            this.national = national;
        }

        /** Whether the document introduced this acronym together with a name. */
        boolean isIntroduced(String acronym) {
            return byAcronym.containsKey(acronym);
        }

        public ResolvedName resolve(int start, int to) {
            int from = withoutArticle(start, to);
            String surface = text.surface(from, to);
            Body introduced = byAcronym.get(surface.replace(".", ""));
            if (introduced != null) {
                return organization(introduced, NameForm.FULL, Reading.ALIAS, BY_ACRONYM);
            }
            GazetteerEntry known = listed(from, to);
            if (known != null) {
                Reading reading = known.alias() ? Reading.ALIAS : Reading.NAME;
                return organization(new Body(known.id(), known.label()), NameForm.LISTED, reading, NAMED);
            }
            Body body = bodyOf(from, to);
            String generic = national.slug(from, to);
            if (generic != null) {
                return organization(body, NameForm.FULL, Reading.NAME, NAMED);
            }
            Body longer = byShortName.get(body.id());
            if (longer != null && !longer.id().equals(body.id())) {
                return organization(longer, NameForm.FULL, Reading.ALIAS, BY_SHORT_NAME);
            }
            boolean common = to - from == 1 && bodies.contains(text.lower(from)) && !OWN.contains(text.lower(from));
            Set<Body> headed = common ? byHead.getOrDefault(text.lower(from), Set.of()) : Set.of();
            if (headed.size() == 1) {
                return organization(headed.iterator().next(), NameForm.FULL, Reading.ALIAS, BY_SHORT_NAME);
            }
            boolean acronym = to - from == 1
                    && surface.length() <= LONGEST_ACRONYM
                    && text.isUpperCase(from)
                    && !text.isShouted(from);
            NameForm form = common ? NameForm.COMMON : acronym ? NameForm.ACRONYM : NameForm.FULL;
            return organization(body, form, Reading.NAME, NAMED);
        }

        /** The bodies that were asked for, for comparison with other documents. */
        public List<DocumentEntity> entities() {
            List<DocumentEntity> entities = new ArrayList<>(found.size());
            found.forEach((id, body) -> entities.add(new DocumentEntity(
                    id,
                    body.label(),
                    EntityType.ORGANIZATION,
                    body.form(),
                    BodyNames.key(id.substring(id.indexOf(':') + 1)),
                    List.of(),
                    id.substring(id.indexOf(':') + 1),
                    List.of(),
                    List.of(),
                    List.of(),
                    body.acronyms().stream().sorted().toList())));
            return entities;
        }

        private int withoutArticle(int from, int to) {
            return to - from > 1 && text.lower(from).equals("the") ? from + 1 : from;
        }

        private void addName(NamedTokens found) {
            NamedTokens name = found.between(withoutArticle(found.from(), found.to()), found.to());
            national.note(name.from(), name.to());
            GazetteerEntry known = listed(name.from(), name.to());
            Body body = known == null ? bodyOf(name.from(), name.to()) : new Body(known.id(), known.label());
            addAcronym(name, body);
            addShortName(name, body);
            if (name.to() - name.from() > 1) {
                byHead.computeIfAbsent(head(name), word -> new HashSet<>()).add(body);
            }
        }

        /** "commission" in "European Commission", "bank" in "Bank of Japan". */
        private String head(NamedTokens name) {
            for (int i = name.from() + 1; i < name.to(); i++) {
                if (JOINERS.contains(text.lower(i))) {
                    return text.lower(i - 1);
                }
            }
            return text.lower(name.to() - 1);
        }

        /** "Office of Personnel Management (OPM)", and initials of four words and more that the text uses alone. */
        private void addAcronym(NamedTokens name, Body body) {
            Tokens tokens = text.tokens();
            int next = name.to();
            boolean bracketed = text.isNear(next - 1, 3)
                    && tokens.is(next, "(")
                    && tokens.is(next + 2, ")")
                    && text.isUpperCase(next + 1);
            int length = bracketed ? tokens.end(next + 1) - tokens.start(next + 1) : 0;
            if (bracketed && length >= 2 && length <= LONGEST_ACRONYM) {
                String acronym = tokens.word(next + 1).replace(".", "");
                byAcronym.putIfAbsent(acronym, body);
                inBrackets.computeIfAbsent(body.id(), id -> new HashSet<>()).add(EntityIds.slug(acronym));
            }
            String initials = initials(name);
            if (initials.length() >= 3) {
                byAcronym.putIfAbsent(initials, body);
            }
        }

        private String initials(NamedTokens name) {
            StringBuilder initials = new StringBuilder();
            boolean national = text.lower(name.from()).equals("u.s.")
                    || text.lower(name.from()).equals("us");
            for (int i = national ? name.from() + 1 : name.from(); i < name.to(); i++) {
                if (text.tokens().isCapitalized(i)) {
                    initials.append(text.tokens().firstChar(i));
                }
            }
            return initials.length() <= LONGEST_ACRONYM ? initials.toString() : "";
        }

        /** "Lockheed" for "Lockheed Martin Corp": the first word, where it is no other name and no common word. */
        private void addShortName(NamedTokens name, Body body) {
            int from = name.from();
            int words = name.to() - from;
            boolean company =
                    suffixes.contains(text.lower(name.to() - 1)) || bodies.contains(text.lower(name.to() - 1));
            if (words < 2 || !text.tokens().isCapitalized(from)) {
                return;
            }
            String first = text.tokens().word(from);
            boolean ownWord = gazetteer.meanings(text.tokens(), from, from + 1).isEmpty()
                    && !gazetteer.isFirstName(first)
                    && !bodies.contains(text.lower(from))
                    && !commonFirst.contains(text.lower(from))
                    && !text.occursInLowerCase(text.lower(from))
                    && first.length() >= 4;
            if (ownWord && (company || words == 2)) {
                byShortName.putIfAbsent(EntityIds.organization(EntityIds.slug(first)), body);
            }
        }

        private Body bodyOf(int from, int to) {
            int end = to;
            while (end - 1 > from
                    && (suffixes.contains(text.lower(end - 1)) || text.tokens().is(end - 1, ","))) {
                end--;
            }
            int start = from;
            while (start + 1 < end && text.lower(start).equals("the")) {
                start++;
            }
            String generic = national.slug(start, end);
            if (generic != null) {
                int country = generic.lastIndexOf('-');
                String iso = country < 0 ? "" : generic.substring(country + 1).toUpperCase(Locale.ROOT);
                String of = gazetteer.countryLabel(iso);
                String plain = of == null ? generic : generic.substring(0, country);
                return new Body(EntityIds.organization(generic), NationalBodies.label(plain, of));
            }
            int prefix = nationalPrefix(start, end);
            if (prefix > start) {
                GazetteerEntry listed = listed(prefix, end);
                if (listed != null) {
                    return new Body(listed.id(), listed.label());
                }
                String rest = text.surface(prefix, end);
                return new Body(
                        EntityIds.organization("us-" + EntityIds.slug(rest.toLowerCase(Locale.ROOT))), "US " + rest);
            }
            String label = text.surface(start, end);
            if (label.endsWith(".") && label.indexOf('.') == label.length() - 1) {
                label = label.substring(0, label.length() - 1);
            }
            return new Body(EntityIds.organization(EntityIds.slug(label.toLowerCase(Locale.ROOT))), label);
        }

        /** One past the "US" or "United States" with which a longer name begins; its beginning if it does not. */
        private int nationalPrefix(int from, int to) {
            String first = text.lower(from);
            int after = first.equals("us") || first.equals("u.s.") || first.equals("u.s")
                    ? from + 1
                    : first.equals("united") && text.lowerNear(from, 1).equals("states") ? from + 2 : from;
            return after < to && text.tokens().isCapitalized(from) ? after : from;
        }

        private GazetteerEntry listed(int from, int to) {
            return new GazetteerMatch(from, to, gazetteer.meanings(text.tokens(), from, to)).first(Kind.ORGANIZATION);
        }

        private ResolvedName organization(Body body, NameForm form, Reading reading, double confidence) {
            found.putIfAbsent(body.id(), new Found(body.label(), form, inBrackets.getOrDefault(body.id(), Set.of())));
            return new ResolvedName(body.id(), body.label(), EntityType.ORGANIZATION, reading, null, confidence);
        }
    }
}
