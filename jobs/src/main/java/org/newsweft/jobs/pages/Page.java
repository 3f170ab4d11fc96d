package org.newsweft.jobs.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * One self-contained file of HTML: the skeleton, style and program of the page are resources beside this class, d3 comes
 * from its Maven artifact, and what the tables say is data.
 *
 * <p>Nothing of the corpus is ever markup: it stands in a block of JSON in which {@code <}, {@code >} and {@code &} are
 * escaped, and the program writes it as text. The content security policy lets run what has the hash of these two programs,
 * and nothing else; nothing is loaded and nothing sent.
 */
final class Page {
    /** The page never becomes larger. */
    static final int MOST_BYTES = 5_000_000;

    /** Before the style begins. */
    private static final int LINES_OF_HEAD = 12;

    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";

    private Page() {}

    /**
     * The page with this data.
     *
     * @param title plain text
     */
    static String of(String title, ObjectNode data) {
        String style = resource("page.css");
        String d3 = resource(D3);
        String program = resource("page.js");
        Map<String, Object> parts = Map.of(
                "title", title,
                "run", run(data),
                "policy", policy(style, d3, program),
                "style", style,
                "d3", d3,
                "program", program,
                "data", json(data));
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(resource("page.mustache"))
                .execute(parts);
    }

    /** True if a page was written about this run. */
    static boolean isOf(String page, String runId) {
        return page.lines().limit(LINES_OF_HEAD).anyMatch(("<meta name=\"run\" content=\"" + runId + "\">")::equals);
    }

    private static String run(ObjectNode data) {
        return data.path("overview").path("run").path("run_id").asText();
    }

    private static String policy(String style, String... programs) {
        StringBuilder scripts = new StringBuilder();
        for (String program : programs) {
            scripts.append(" '").append(hash(program)).append('\'');
        }
        return "default-src 'none'; script-src" + scripts + "; style-src '" + hash(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** JSON that ends no block it stands in, whatever its texts hold. */
    private static String json(ObjectNode data) {
        try {
            return JsonRows.JSON
                    .writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
