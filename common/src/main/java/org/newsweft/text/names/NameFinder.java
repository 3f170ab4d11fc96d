package org.newsweft.text.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.newsweft.text.Span;
import org.newsweft.text.Tokens;
import org.newsweft.text.names.identity.DocumentEntity;
import org.newsweft.text.names.identity.OrganizationResolver;
import org.newsweft.text.names.identity.PersonResolver;
import org.newsweft.text.names.identity.PlaceEvidence;
import org.newsweft.text.names.identity.PlaceResolver;
import org.newsweft.text.names.identity.ResolvedName;
import org.newsweft.text.names.lexicon.FoundBy;
import org.newsweft.text.names.lexicon.Gazetteer;
import org.newsweft.text.names.lexicon.GazetteerEntry;
import org.newsweft.text.names.lexicon.GazetteerEntry.Kind;
import org.newsweft.text.names.lexicon.GazetteerMatch;
import org.newsweft.text.names.lexicon.Mention;
import org.newsweft.text.names.lexicon.NameText;
import org.newsweft.text.names.lexicon.NamedTokens;
import org.newsweft.text.names.tagger.NameTagger;
import org.newsweft.text.names.tagger.PerceptronTagger;
import org.newsweft.text.names.tagger.TaggedName;

/**
 * Finds who and what a document names, and leads every mention to one id within the document.
 *
 * <p>The order: a {@link NameTagger} proposes names; rules and lists correct them; places become countries, regions and
 * cities; persons and bodies are led to the fullest name that the document gives. Immutable, shared by threads.
 */
public final class NameFinder {
    private static final Set<Kind> PLACES = Set.of(Kind.COUNTRY, Kind.SEAT, Kind.REGION);

    private final NameTagger tagger;
    private final Gazetteer gazetteer = Gazetteer.load();
    private final PersonResolver persons = PersonResolver.load();
    private final PlaceResolver places = PlaceResolver.load();
    private final OrganizationResolver organizations = OrganizationResolver.load();
    private final NameRules rules = NameRules.load(persons);
    private final DocumentNames documentNames = DocumentNames.load(persons);

    private NameFinder(NameTagger tagger) {
        this.tagger = Objects.requireNonNull(tagger, "tagger");
    }

    /** With the trained tagger. */
    public static NameFinder load() {
        return with(PerceptronTagger.load());
    }

    /** With a tagger of the caller's choice. */
    public static NameFinder with(NameTagger tagger) {
        return new NameFinder(tagger);
    }

    /**
     * The mentions in {@code text}, sorted by start, never overlapping.
     *
     * @param sentences the sentences of the text, as {@link org.newsweft.text.Sentences#of} gives them
     */
    public List<Mention> find(String text, List<Span> sentences) {
        return read(text, sentences).mentions();
    }

    /**
     * The mentions in {@code text}, and the entities that they lead to.
     *
     * @param sentences the sentences of the text, as {@link org.newsweft.text.Sentences#of} gives them
     */
    public NamesInDocument read(String text, List<Span> sentences) {
        NameText words = new NameText(text, sentences);
        List<GazetteerMatch> listed = gazetteer.matches(words.tokens());
        List<NamedTokens> names = rules.apply(words, listed, tagged(words, sentences));
        PersonResolver.Document people = persons.read(words, names);
        names = rules.kept(words, documentNames.complete(words, names, people));
        PlaceEvidence evidence = PlaceEvidence.of(listed);
        OrganizationResolver.Document bodies = organizations.read(words, names, evidence);
        List<Mention> mentions = new ArrayList<>(names.size());
        for (NamedTokens name : names) {
            ResolvedName resolved = resolved(words, name, people, bodies, evidence);
            if (resolved != null) {
                mentions.add(mention(words, name, resolved));
            }
        }
        return new NamesInDocument(mentions, entities(words, mentions, people, bodies));
    }

    private List<DocumentEntity> entities(
            NameText words,
            List<Mention> mentions,
            PersonResolver.Document people,
            OrganizationResolver.Document bodies) {
        Map<String, DocumentEntity> byId = new TreeMap<>();
        people.entities().forEach(person -> byId.put(person.id(), person));
        bodies.entities().forEach(body -> byId.put(body.id(), body));
        for (Mention mention : mentions) {
            byId.computeIfAbsent(mention.entityId(), id -> DocumentEntity.named(mention, isListed(words, mention)));
        }
        return List.copyOf(byId.values());
    }

    private boolean isListed(NameText words, Mention mention) {
        int from = words.tokens().indexAt(mention.start());
        int to = words.tokens().indexAt(mention.end());
        return !gazetteer.meanings(words.tokens(), from, to).isEmpty();
    }

    private List<NamedTokens> tagged(NameText words, List<Span> sentences) {
        Tokens tokens = words.tokens();
        List<NamedTokens> names = new ArrayList<>();
        int free = 0;
        for (TaggedName name : tagger.tag(words.text(), sentences)) {
            int from = tokens.indexAt(name.span().start());
            int to = tokens.indexAt(name.span().end());
            if (from >= free && from < to) {
                names.add(new NamedTokens(from, to, name.type(), tagger.foundBy(), name.confidence()));
                free = to;
            }
        }
        return names;
    }

    private ResolvedName resolved(
            NameText words,
            NamedTokens name,
            PersonResolver.Document people,
            OrganizationResolver.Document bodies,
            PlaceEvidence evidence) {
        int from = name.from();
        int to = name.to();
        ResolvedName members = places.resolvePeople(words, from, to, name.type());
        if (members != null) {
            return members;
        }
        return switch (name.type()) {
            case NATIONALITY -> places.resolveNationality(words, from, to);
            case PLACE -> places.resolve(words, from, to, evidence);
            case PERSON -> people.resolve(from, to);
            case ORGANIZATION -> {
                ResolvedName seat =
                        isOnlyPlace(words, from, to) ? places.resolveListed(words, from, to, evidence) : null;
                yield seat != null ? seat : bodies.resolve(from, to);
            }
        };
    }

    /** A country or a seat of government that the tagger took for a body, because it acts like one. */
    private boolean isOnlyPlace(NameText words, int from, int to) {
        List<GazetteerEntry> entries = gazetteer.meanings(words.tokens(), from, to);
        return !entries.isEmpty()
                && entries.stream().noneMatch(entry -> entry.kind() == Kind.ORGANIZATION)
                && entries.stream().anyMatch(entry -> PLACES.contains(entry.kind()) || entry.capital());
    }

    private static Mention mention(NameText words, NamedTokens name, ResolvedName resolved) {
        int start = words.tokens().start(name.from());
        int end = words.tokens().end(name.to() - 1);
        FoundBy foundBy = name.foundBy();
        return new Mention(
                start,
                end,
                words.text().substring(start, end),
                resolved.id(),
                resolved.label(),
                resolved.type(),
                foundBy,
                resolved.reading(),
                Math.min(1, resolved.confidence() * (0.5 + name.confidence() / 2)),
                resolved.countryCode());
    }
}
