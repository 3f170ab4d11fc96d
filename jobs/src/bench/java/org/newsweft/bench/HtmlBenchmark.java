package org.newsweft.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsweft.text.html.HtmlPage;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading web pages: pages and bytes of HTML a second on one core, one page an operation. The pages are the texts in the
 * markup of a news site: as much script, style, metadata and menu as makes three quarters of a page.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HtmlBenchmark {
    /** Bytes that went through, as a rate beside the pages. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long bytes;
    }

    @Param(BenchmarkTexts.SEEDS)
    public String corpus;

    private List<byte[]> pages;
    private int next;

    @Setup
    public void read() throws IOException {
        pages = BenchmarkTexts.read(corpus, "text", 500).stream()
                .map(HtmlBenchmark::page)
                .toList();
    }

    @Benchmark
    public HtmlPage page(Work work) {
        byte[] page = pages.get(next++ % pages.size());
        work.bytes += page.length;
        return HtmlPage.read(page, "utf-8", "https://n.example/" + next).orElseThrow();
    }

    private static byte[] page(String text) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Title | Site</title>"
                + "<meta property=\"og:title\" content=\"Title\"><meta property=\"og:site_name\" content=\"Site\">"
                + "<meta property=\"article:published_time\" content=\"2026-11-20T10:00:00Z\">"
                + "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Title\"}</script>");
        String script = "<script>window.data = {\"a\": [1, 2, 3], \"b\": \"</div>\"};</script><style>.a { color: red }</style>";
        html.append(script.repeat(text.length() / script.length())).append("</head><body><nav><ul>");
        String item = "<li class=\"menu-item\"><a href=\"/section/politics\"><span>Politics</span></a></li>";
        html.append(item.repeat(text.length() / item.length())).append("</ul></nav><article class=\"story\">");
        text.lines().forEach(line -> html.append("<div class=\"row\"><p class=\"text\">")
                .append(line.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</p></div>\n"));
        html.append("</article><footer>").append(item.repeat(text.length() / item.length())).append("</footer></body></html>");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
