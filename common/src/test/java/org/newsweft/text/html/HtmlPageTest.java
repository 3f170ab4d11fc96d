package org.newsweft.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    @Test
    void everyBlockIsALine() {
        assertThat(lines("""
                        <ul><li><a href=1>World</a></li><li><a href=2>Asia</a></ul>
                        <a>Share</a><a>Print</a>
                        <div>Kerry <em>in</em>
                        Beijing<br>By Ann Lee<p>One<span> more</span>&nbsp;time.</div>
                        <table><tr><td>a<td>b</table><img alt=photo><figcaption>Photo: AFP</figcaption>"""))
                .containsExactly(
                        "World",
                        "Asia",
                        "Share Print",
                        "Kerry in Beijing",
                        "By Ann Lee",
                        "One more time.",
                        "a",
                        "b",
                        "Photo: AFP");
    }

    @Test
    void whatNoReaderSeesIsNoText() {
        assertThat(lines("""
                        <script>x</script><style>y</style><noscript>z</noscript><template>t</template><!-- c -->
                        <p hidden>1</p><p style="color:red; display: none">2</p><div aria-hidden="true"><p>3</p></div>
                        <select><option>4</select><textarea>5</textarea><p style="display:block">Seen.</p>""")).containsExactly("Seen.");
    }

    @Test
    void schemaOrgAndOpenGraphGiveTheFields() {
        HtmlPage page = page("""
                <html lang="en-GB"><head><title>Kerry in Beijing - The Hill</title>
                <link rel="canonical" href="https://thehill.example/kerry">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                  {"@type": "WebSite", "name": "x"},
                  {"@type": ["NewsArticle"], "headline": "Kerry &amp; Li in Beijing", "datePublished": "2013-04-15T08:00:00+08:00",
                   "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}], "publisher": {"name": "The Hill"},
                   "inLanguage": "en"}]}</script></head><body><p>He came.""");
        assertThat(page.title()).isEqualTo("Kerry & Li in Beijing");
        assertThat(page.date()).isEqualTo("2013-04-15T08:00:00+08:00");
        assertThat(page.author()).isEqualTo("Ann Lee, Bo Ek");
        assertThat(page.outlet()).isEqualTo("The Hill");
        assertThat(page.language()).isEqualTo("en-GB");
        assertThat(page.url()).isEqualTo("https://thehill.example/kerry");
        assertThat(page.contradictions()).isEmpty();
    }

    @Test
    void ofContradictingDatesThatOfMostPlacesIsTakenAndTheOthersAreWrittenDown() {
        HtmlPage page = page("""
                <meta property="article:published_time" content="2026-11-20">
                <meta name="parsely-pub-date" content="2013-04-15T22:00:00Z">
                <meta name="date" content="1970-01-01">
                <p><time itemprop="datePublished" datetime="2013-04-16">16 April</time>""");
        assertThat(page.date()).isEqualTo("2013-04-15T22:00:00Z");
        assertThat(page.contradictions())
                .containsExactly(
                        "date: 2013-04-15T22:00:00Z (parsely-pub-date), not 2026-11-20 (article:published_time)");
    }

    @Test
    void theSiteIsNoPartOfTheTitle() {
        assertThat(page("<title>Kerry in Beijing | The Hill</title>").title()).isEqualTo("Kerry in Beijing");
        assertThat(page("<title>Kerry in Beijing - The Hill</title>").title()).isEqualTo("Kerry in Beijing - The Hill");
        assertThat(page("<meta property=og:site_name content='The Hill'><title>Kerry - in Beijing – The Hill</title>")
                        .title())
                .isEqualTo("Kerry - in Beijing");
        assertThat(page("<p>x").title()).isNull();
    }

    @Test
    void addressesAreNoAuthorsAndAHomePageIsNoArticle() {
        HtmlPage page = page("""
                <meta property="article:author" content="https://facebook.example/ann"><a rel="author">Ann Lee</a>
                <link rel="canonical" href="https://thehill.example/"><meta property="og:url" content="/x">""");
        assertThat(page.author()).isEqualTo("Ann Lee");
        assertThat(page.url()).isNull();
    }

    @Test
    void theCharacterSetIsThatOfTheMarkTheBytesTheServerOrThePage() {
        String text = "<p>“Déjà vu,” said the aide.</p>";
        Charset windows = Charset.forName("windows-1252");
        assertThat(decoded(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), null))
                .contains("“Déjà");
        assertThat(decoded(text.getBytes(StandardCharsets.UTF_8), "iso-8859-1")).contains("“Déjà");
        assertThat(decoded(text.getBytes(windows), "iso-8859-1")).contains("“Déjà");
        assertThat(decoded("<meta charset='windows-1251'><p>Привет".getBytes(Charset.forName("windows-1251")), null))
                .contains("Привет");
        assertThat(decoded(text.getBytes(windows), "no-such-charset")).contains("“Déjà");
        assertThat(HtmlPage.read(new byte[] {'<', 'p', '>', 0, 0}, "utf-8", null))
                .isEmpty();
    }

    @Test
    void pagesMadeToExhaustTheReaderAreReadInSeconds() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(lines("<div>".repeat(400_000) + "Deep.")).containsExactly("Deep.");
            assertThat(lines("<b><i><a>".repeat(100_000) + "Mixed.")).contains("Mixed.");
            assertThat(lines("<p " + "a=1 b".repeat(200_000) + ">Named.")).containsExactly("Named.");
            assertThat(page("<script type='application/ld+json'>" + "[".repeat(500_000) + "</script><p>Nested.")
                            .text())
                    .isEqualTo("Nested.\n");
            assertThat(lines("<table>".repeat(50_000) + "Tabled.")).contains("Tabled.");
        });
    }

    private static List<String> lines(String html) {
        return page(html).text().lines().toList();
    }

    private static HtmlPage page(String html) {
        return HtmlPage.read(html.getBytes(StandardCharsets.UTF_8), null, null).orElseThrow();
    }

    private static String decoded(byte[] bytes, String charset) {
        return HtmlPage.read(bytes, charset, null).orElseThrow().text();
    }
}
