package org.newsweft.text.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.newsweft.text.SiteName;

/**
 * What a page says of itself: schema.org articles in JSON-LD, Open Graph and older {@code meta} elements, microdata,
 * {@code time}, {@code h1} and {@code title}. Each field has several places to stand in; where they differ, the value
 * that most of them give is taken, among equals the one of the more careful place, and the others are written down.
 */
final class HtmlMetadata {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxStringLength(1_000_000)
                        .build());
    }

    private static final Set<String> ARTICLES = Set.of("blogposting", "liveblogposting", "socialmediaposting");
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:https?:)?//.*|^www\\..*|.*@.*\\..*");
    private static final Pattern NEVER_SET = Pattern.compile("(?:0000|0001|1970-01-01|1969-12-31).*");

    /** Names of {@code meta} elements with the date of publication, the more careful ones first. */
    private static final List<String> DATE_METAS = List.of(
            "article:published_time",
            "og:published_time",
            "og:article:published_time",
            "datepublished",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "published-date",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "pubdate",
            "cxenseparse:recs:publishtime",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "dc.date.created",
            "dcterms.created",
            "date");

    private final Document document;
    private final List<JsonNode> articles;
    private final Map<String, String> metas;
    private final List<String> contradictions = new ArrayList<>();

    HtmlMetadata(Document document) {
        this.document = document;
        this.articles = articles(document);
        this.metas = metas(document);
    }

    /** What was said in two ways, and what was taken; empty if nothing was. Complete once every field was asked for. */
    List<String> contradictions() {
        return contradictions;
    }

    /** The headline without the name of the site, or null. */
    String title(String outlet) {
        Choice choice = new Choice("title", Choice.Sameness.WORDS);
        fromArticles(choice, "headline");
        choice.add("og:title", meta("og:title"));
        choice.add("twitter:title", meta("twitter:title"));
        List<Element> headings = document.select("h1");
        if (headings.size() == 1) {
            choice.add("h1", headings.get(0).text());
        }
        String taken = choice.best(contradictions);
        return SiteName.without(taken != null ? taken : document.title(), outlet);
    }

    /** The date of publication as the page writes it, or null. */
    String date() {
        Choice choice = new Choice("date", Choice.Sameness.DAYS);
        for (JsonNode article : articles) {
            choice.add("JSON-LD", real(text(article.get("datePublished"))));
        }
        for (String name : DATE_METAS) {
            choice.add(name, real(meta(name)));
        }
        Element microdata = document.selectFirst("[itemprop=datePublished]");
        if (microdata != null) {
            choice.add("microdata", real(timeOf(microdata)));
        }
        Element marked = document.selectFirst("time[pubdate], time.published, time.entry-date");
        if (marked != null) {
            choice.add("time", real(timeOf(marked)));
        } else if (choice.isEmpty()) {
            // Any other time of day on the page may be that of another article.
            List<Element> times = document.select("article time[datetime], main time[datetime], header time[datetime]");
            choice.add("time", times.isEmpty() ? null : real(timeOf(times.get(0))));
        }
        return choice.best(contradictions);
    }

    /** Name of the outlet, or null. */
    String outlet() {
        Choice choice = new Choice("outlet", Choice.Sameness.WORDS);
        for (JsonNode article : articles) {
            choice.add("JSON-LD", name(article.get("publisher")));
        }
        choice.add("og:site_name", meta("og:site_name"));
        choice.add("application-name", choice.isEmpty() ? meta("application-name") : null);
        return choice.best(contradictions);
    }

    /** Names of the authors, parted by commas, or null. */
    String author(String outlet) {
        Stream<String> places = Stream.concat(
                articles.stream().map(article -> name(article.get("author"))),
                Stream.of(
                        meta("author"),
                        meta("article:author"),
                        meta("parsely-author"),
                        meta("sailthru.author"),
                        meta("dc.creator"),
                        meta("byl"),
                        itself("[rel=author]"),
                        itself("[itemprop=author] [itemprop=name]"),
                        itself("[itemprop=author]")));
        return places.filter(name -> name != null
                        && !name.isBlank()
                        && name.length() <= 200
                        && !ADDRESS.matcher(name.strip()).matches()
                        && !name.strip().equalsIgnoreCase(outlet))
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /** The language as the page claims it, or null. */
    String language() {
        Choice choice = new Choice("language", Choice.Sameness.LANGUAGE);
        Element html = document.selectFirst("html");
        choice.add("html lang", html == null ? null : html.attr("lang"));
        fromArticles(choice, "inLanguage");
        choice.add("og:locale", meta("og:locale"));
        choice.add("content-language", httpEquiv("content-language"));
        return choice.best(contradictions);
    }

    /** The address the page gives as its own, or null; that of a whole site is none. */
    String url() {
        Choice choice = new Choice("url", Choice.Sameness.ADDRESS);
        Element canonical = document.selectFirst("link[rel=canonical][href]");
        choice.add("canonical", canonical == null ? null : ownAddress(canonical.attr("href")));
        choice.add("og:url", ownAddress(meta("og:url")));
        return choice.best(contradictions);
    }

    private void fromArticles(Choice choice, String field) {
        articles.forEach(article -> choice.add("JSON-LD", text(article.get(field))));
    }

    private String meta(String name) {
        return metas.get(name);
    }

    /** Contents of {@code meta} elements by their names in lower case; the first that is not blank stands. */
    private static Map<String, String> metas(Document document) {
        Map<String, String> metas = new HashMap<>();
        for (Element meta : document.select("meta[content]")) {
            String content = meta.attr("content").strip();
            if (!content.isEmpty()) {
                for (String key : List.of("property", "name", "itemprop")) {
                    metas.putIfAbsent(meta.attr(key).toLowerCase(Locale.ROOT), content);
                }
            }
        }
        return metas;
    }

    private String httpEquiv(String name) {
        Element meta = document.selectFirst("meta[http-equiv=" + name + "][content]");
        return meta == null ? null : meta.attr("content").split(",", 2)[0].strip();
    }

    private String itself(String selector) {
        Element element = document.selectFirst(selector);
        if (element == null) {
            return null;
        }
        return element.hasAttr("content") ? element.attr("content") : element.text();
    }

    private static String timeOf(Element element) {
        return Stream.of("datetime", "content", "title")
                .map(element::attr)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseGet(element::text);
    }

    /** Null for what systems write where no date was set. */
    private static String real(String date) {
        return date == null || date.isBlank() || NEVER_SET.matcher(date.strip()).matches() ? null : date.strip();
    }

    private static String ownAddress(String address) {
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address.strip());
            boolean isPage = uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && ((uri.getPath() != null && uri.getPath().length() > 1) || uri.getQuery() != null);
            return isPage ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The articles of all JSON-LD of a page that describe the page itself: the only one, or the first. */
    private static List<JsonNode> articles(Document document) {
        List<JsonNode> found = new ArrayList<>();
        for (Element script : document.select("script[type=application/ld+json]")) {
            try {
                collect(JSON.readTree(script.data()), found);
            } catch (JsonProcessingException e) {
                // A script that cannot be read says nothing.
            }
        }
        return found.isEmpty() ? found : found.subList(0, 1);
    }

    /** Lists, graphs and pages are opened; what an article refers to is not. */
    private static void collect(JsonNode root, List<JsonNode> articles) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            JsonNode node = open.removeFirst();
            if (node == null || !node.isContainerNode()) {
                continue;
            }
            if (node.isArray()) {
                node.forEach(open::addLast);
            } else if (isArticle(node.get("@type"))) {
                articles.add(node);
            } else {
                Stream.of("@graph", "mainEntity", "mainEntityOfPage")
                        .map(node::get)
                        .filter(inner -> inner != null)
                        .forEach(open::addLast);
            }
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type == null) {
            return false;
        }
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
            return false;
        }
        String name = type.asText().toLowerCase(Locale.ROOT);
        return name.endsWith("article") || ARTICLES.contains(name);
    }

    private static String text(JsonNode value) {
        if (value == null) {
            return null;
        }
        JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return one.isValueNode() && !one.isNull() ? plain(one.asText()) : null;
    }

    /** Names of a person or organisation, or of several. */
    private static String name(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            List<String> names = new ArrayList<>();
            value.forEach(one -> {
                String name = name(one);
                if (name != null && !name.isBlank() && !names.contains(name)) {
                    names.add(name);
                }
            });
            return names.isEmpty() ? null : String.join(", ", names);
        }
        return value.isObject() ? text(value.get("name")) : plain(value.asText());
    }

    /** Systems write HTML's character references into JSON, which knows none. */
    private static String plain(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }
}
