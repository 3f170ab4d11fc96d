package org.newsweft.jobs.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsweft.jobs.PublishedTables;
import org.newsweft.jobs.SeedWarehouse;
import org.newsweft.table.Tables;
import org.newsweft.table.facts.Documents;
import org.newsweft.table.facts.Quotes;
import org.newsweft.table.schema.Table;

/**
 * The report of the five articles in a browser, used as a reader uses it. Skipped where there is no Chromium, except with
 * {@code CI=true}.
 */
class ReportPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIGURE = Pattern.compile("[+\u2212]?[\\d,]+(?:\\.\\d+)?(?: %)?");

    /** Text that has no contrast of 4.5 to 1 with what lies behind it, as "colour on colour: text". */
    private static final String PALE = """
            (() => {
              const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
              const light = c => { const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
              const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > .9) return c; } return [255, 255, 255]; };
              const pale = [];
              for (const e of document.querySelectorAll("main *, dialog *")) {
                if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length || e.tagName === "title") continue;
                const style = getComputedStyle(e);
                const ink = rgb(e instanceof SVGElement ? style.fill : style.color), paper = behind(e);
                const a = light(ink), b = light(paper), ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
                if (ratio < 4.5) pale.push(ink + " on " + paper + ": " + e.textContent.slice(0, 40));
              }
              return pale;
            })()
            """;

    /** Controls, pictures and fields that a screen reader has no name for. */
    private static final String NAMELESS = """
            [...document.querySelectorAll("button, a, input, summary, [role=button], svg[role], dialog")]
              .filter(e => !(e.getAttribute("aria-label") || "").trim() && !e.getAttribute("aria-labelledby") && !e.textContent.trim()
                && !(e.id && document.querySelector('label[for="' + e.id + '"]')))
              .map(e => e.outerHTML.slice(0, 120))
            """;

    private static Browser browser;
    private static Path page;

    @TempDir
    private static Path profile;

    @BeforeAll
    static void startBrowser() throws IOException, InterruptedException {
        Path program = Browser.installed().orElse(null);
        if (program == null) {
            if ("true".equals(System.getenv("CI")) && !"none".equals(System.getenv("NEWSWEFT_BROWSER"))) {
                fail("CI=true demands a Chromium for the report");
            }
            abort("The report is not tested in a browser: there is no Chromium");
        }
        page = SeedWarehouse.get().resolve("report/index.html");
        browser = Browser.start(program, profile);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aNameATieAndAnEventLeadToTheirSentences() throws InterruptedException {
        browser.window(1200, 900, false);
        browser.open(page);

        browser.click("[data-node='country:CN'] text");
        assertThat(title()).isEqualTo("China");
        assertThat(browser.run("document.querySelectorAll('#drawer ul.sentences li').length")
                        .asInt())
                .isPositive();
        assertThat(browser.run("document.querySelector('#drawer ul.sentences .meta').textContent")
                        .asText())
                .contains(" · ");
        browser.press("Escape");
        assertThat(isOpen()).isFalse();

        // A line lies under others at places: the first that can be reached in its middle.
        browser.run("""
                [...document.querySelectorAll("[data-tie]")].find(tie => {
                  tie.scrollIntoView({ block: "center", behavior: "instant" });
                  const box = tie.querySelector(".hit").getBoundingClientRect();
                  return tie.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
                }).querySelector(".hit").id = "reachable"
                """);
        browser.click("#reachable");
        assertThat(title()).contains(" and ");
        assertThat(browser.run("document.querySelectorAll('#drawer mark').length")
                        .asInt())
                .as("both names are marked in the sentences")
                .isGreaterThan(1);
        browser.press("Escape");

        browser.run("document.querySelector('[data-event] h3 button').focus()");
        browser.press("Enter");
        assertThat(isOpen()).isTrue();
        assertThat(browser.run("document.querySelectorAll('#drawer ul.sentences li').length")
                        .asInt())
                .isPositive();
        browser.click("#drawer-close");
        assertThat(isOpen()).isFalse();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsBut(page)).isEmpty();
    }

    @Test
    void itCanBeReadByEverybody() throws InterruptedException {
        for (boolean isDark : List.of(false, true)) {
            browser.window(isDark ? 390 : 1200, 900, isDark);
            browser.open(page);
            browser.click("button[data-name]");
            assertThat(JSON.convertValue(browser.run(NAMELESS), String[].class))
                    .as("have a name")
                    .isEmpty();
            assertThat(JSON.convertValue(browser.run(PALE), String[].class))
                    .as("can be seen, dark: " + isDark)
                    .isEmpty();
            browser.press("Escape");
            assertThat(browser.run("document.documentElement.scrollWidth <= innerWidth")
                            .asBoolean())
                    .as("no scrolling to the side")
                    .isTrue();
        }
        assertThat(browser.run("document.documentElement.lang + document.querySelectorAll('h1').length")
                        .asText())
                .isEqualTo("en1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatItSaysOfSmallCorporaIsThatTheyAreSmall() throws InterruptedException {
        browser.open(page);
        assertThat(browser.run("document.querySelector('main').innerText").asText())
                .contains("This corpus is small", "From 5 articles", "Most is written of China");
    }

    @Test
    void everyFigureIsThatOfTheTables() throws InterruptedException {
        browser.window(1200, 900, false);
        browser.open(page);
        List<JsonNode> figures = new ArrayList<>();
        String collect = "[...document.querySelectorAll('[data-table]')].map(e => ({table: e.dataset.table, column:"
                + " e.dataset.column, key: JSON.parse(e.dataset.key), text: e.dataset.value || e.textContent}))";
        browser.run(collect).forEach(figures::add);
        browser.click("[data-node='country:CN'] text");
        browser.run(collect).forEach(figures::add);
        assertThat(figures).hasSizeGreaterThan(80);
        TreeSet<String> tables = new TreeSet<>();
        figures.forEach(figure -> tables.add(figure.get("table").asText()));
        assertThat(tables).contains("entities", "entity_cooccurrence", "entity_tone", "pair_tone", "runs", "events");

        Map<String, List<Row>> rows = PublishedTables.read(SeedWarehouse.get(), published -> {
            Map<String, List<Row>> read = new TreeMap<>();
            for (Table table : Tables.published()) {
                if (tables.contains(table.name())) {
                    read.put(table.name(), published.table(table).collectAsList());
                }
            }
            return read;
        });
        for (JsonNode figure : figures) {
            List<Row> found = rows.get(figure.get("table").asText()).stream()
                    .filter(row -> figure.get("key").properties().stream()
                            .allMatch(column -> column.getValue()
                                    .asText()
                                    .equals(String.valueOf(row.<Object>getAs(column.getKey())))))
                    .toList();
            assertThat(found).as(figure.toString()).hasSize(1);
            Object value = found.get(0).getAs(figure.get("column").asText());
            assertThat(shown(figure.get("text").asText(), value))
                    .as("%s, in the table %s", figure, value)
                    .isTrue();
        }
    }

    @Test
    void whatIsCountedOverATableIsCountedRight() throws InterruptedException {
        browser.open(page);
        Map<String, Long> counts = PublishedTables.read(SeedWarehouse.get(), published -> {
            Map<String, Long> counted = new TreeMap<>();
            counted.put("documents", published.table(Documents.TABLE).count());
            counted.put(
                    "undated",
                    published
                            .table(Documents.TABLE)
                            .where("published_on IS NULL")
                            .count());
            counted.put(
                    "copies", published.table(Documents.TABLE).where("is_copy").count());
            counted.put(
                    "outlets",
                    published
                            .table(Documents.TABLE)
                            .select("outlet")
                            .na()
                            .drop()
                            .distinct()
                            .count());
            for (Row row : published
                    .table(Quotes.TABLE)
                    .where("speaker_entity_id IS NOT NULL")
                    .groupBy("speaker_entity_id")
                    .count()
                    .collectAsList()) {
                counted.put("quotes " + row.getString(0), row.getLong(1));
            }
            return counted;
        });
        JsonNode shown = browser.run("[...document.querySelectorAll('[data-count]')].map(e => [e.dataset.count +"
                + " (e.dataset.key ? ' ' + e.dataset.key : ''), e.textContent])");
        List<String> compared = new ArrayList<>();
        for (JsonNode figure : shown) {
            Long count = counts.get(figure.get(0).asText());
            if (count != null) {
                compared.add(figure.get(0).asText());
                assertThat(shown(figure.get(1).asText(), count))
                        .as("%s, counted %s", figure, count)
                        .isTrue();
            }
        }
        assertThat(compared)
                .contains("documents", "undated", "copies", "outlets")
                .hasSizeGreaterThan(4);
    }

    private static String title() {
        return browser.run(
                        "document.getElementById('drawer').open && document.getElementById('drawer-title').textContent")
                .asText();
    }

    private static boolean isOpen() {
        return browser.run("document.getElementById('drawer').open").asBoolean();
    }

    /** True if the text begins with the value, rounded to as many decimals as the text has. */
    private static boolean shown(String text, Object value) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.lookingAt()) {
            return false;
        }
        String number = figure.group().replace(",", "").replace('\u2212', '-').replace("+", "");
        boolean isPercent = number.endsWith(" %");
        number = number.replace(" %", "");
        int decimals = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
        double real = ((Number) value).doubleValue() * (isPercent ? 100 : 1);
        return value instanceof Long
                ? number.equals(value.toString())
                : Math.abs(Double.parseDouble(number) - real) <= 0.5 * Math.pow(10, -decimals) + 1e-9;
    }
}
