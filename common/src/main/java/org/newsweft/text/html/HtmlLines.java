package org.newsweft.text.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The visible text of a page, one line for each block that a browser would set apart. */
final class HtmlLines implements NodeFilter {
    private static final Set<String> UNSEEN = Set.of(
            ("script style noscript template svg math iframe frame frameset object embed applet canvas audio video head title"
                            + " select option datalist textarea input button dialog")
                    .split(" ", -1));
    private static final Set<String> INLINE = Set.of(
            ("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter nobr output q ruby s"
                            + " samp small span strike strong sub sup time tt u var wbr")
                    .split(" ", -1));
    private static final Pattern HIDING_STYLE =
            Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean spaced;
    private boolean linkEnded;

    private HtmlLines() {}

    /** The lines below an element, each with a line feed after it. */
    static String of(Element root) {
        HtmlLines lines = new HtmlLines();
        NodeTraversor.filter(lines, root);
        lines.end();
        return lines.text.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (UNSEEN.contains(tag) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (!INLINE.contains(tag)) {
            end();
        } else if (tag.equals("a") && linkEnded) {
            // Links of a menu, which only their style sets apart.
            spaced = true;
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (!INLINE.contains(element.normalName())) {
                end();
            }
            linkEnded = element.normalName().equals("a");
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").toLowerCase(Locale.ROOT).equals("true")
                || (element.hasAttr("style")
                        && HIDING_STYLE.matcher(element.attr("style")).find());
    }

    private void add(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                spaced = true;
            } else if (c != '\u00AD' && c != '\u200B' && c != '\uFEFF') {
                if (spaced && line.length() > 0) {
                    line.append(' ');
                }
                spaced = false;
                linkEnded = false;
                line.append(c);
            }
        }
    }

    private void end() {
        if (line.length() > 0) {
            text.append(line).append('\n');
            line.setLength(0);
        }
        spaced = false;
        linkEnded = false;
    }
}
