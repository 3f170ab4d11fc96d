package org.newsweft.text.html;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * What a web page shows and what it says of itself. Nothing is judged here: menus, captions and comments are lines like
 * those of the article, and it is for {@code reading} to tell them apart.
 *
 * @param text visible text, one line for each block that a browser would set apart, each with a line feed after it. It
 *     is the raw text that offsets of blocks refer to. Blank if the page shows none
 * @param title the headline as metadata has it, without the name of the site, or null
 * @param date the date of publication as metadata has it, in whatever form, or null
 * @param outlet name of the site, or null
 * @param author names of the authors, or null
 * @param language the language the page claims to be in, as BCP 47 has it, or null; templates lie
 * @param url where it was fetched, else the address it gives as its own, or null
 * @param contradictions a line for each field of which the metadata says different things, and what was taken
 */
public record HtmlPage(
        String text,
        String title,
        String date,
        String outlet,
        String author,
        String language,
        String url,
        List<String> contradictions) {
    /** Deeper elements are closed by the parser: browsers do the same at this depth. */
    private static final int DEEPEST = 512;

    public HtmlPage {
        contradictions = List.copyOf(contradictions);
    }

    /**
     * Reads a page.
     *
     * @param bytes the page as it was sent
     * @param charset what the server said of its character set, or null
     * @param url where it was fetched, or null
     * @return empty if the bytes are no text
     */
    public static Optional<HtmlPage> read(byte[] bytes, String charset, String url) {
        return HtmlDecoding.decode(bytes, charset).map(html -> of(html, url));
    }

    private static HtmlPage of(String html, String url) {
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
        HtmlMetadata metadata = new HtmlMetadata(document);
        String outlet = metadata.outlet();
        String title = metadata.title(outlet);
        String date = metadata.date();
        String author = metadata.author(outlet);
        String language = metadata.language();
        String ownUrl = metadata.url();
        return new HtmlPage(
                HtmlLines.of(document.body()),
                title,
                date,
                outlet,
                author,
                language,
                url == null ? ownUrl : url,
                metadata.contradictions());
    }
}
