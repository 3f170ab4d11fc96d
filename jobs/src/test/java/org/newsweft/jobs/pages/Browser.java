package org.newsweft.jobs.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium, spoken to in its own protocol over the web socket that Java brings along: no driver, no library. It
 * writes down what a page says on the console, what it fails at, and every address it asks for.
 */
final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> complaints;
    private final List<String> requests;

    private Browser(
            Process process,
            WebSocket socket,
            Map<Integer, CompletableFuture<JsonNode>> answers,
            List<String> complaints,
            List<String> requests) {
        this.process = process;
        this.socket = socket;
        this.answers = answers;
        this.complaints = complaints;
        this.requests = requests;
    }

    /** Where a Chromium is; empty if there is none. */
    static Optional<Path> installed() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("CHROMIUM")).stream(),
                        Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome",
                                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one.
     *
     * @param profile an empty folder of its own
     */
    static Browser start(Path program, Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (System.nanoTime() > end || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("Chromium did not start: " + Files.readString(profile.resolve("chromium.log")));
            }
            Thread.sleep(50);
        }
        HttpClient http = HttpClient.newHttpClient();
        String base = "http://127.0.0.1:" + Files.readAllLines(port).get(0);
        String pages = http.send(
                        java.net.http.HttpRequest.newBuilder(URI.create(base + "/json/list"))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
        String address = null;
        for (JsonNode target : JSON.readTree(pages)) {
            if (target.path("type").asText().equals("page")) {
                address = target.get("webSocketDebuggerUrl").asText();
            }
        }
        Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        List<String> complaints = new CopyOnWriteArrayList<>();
        List<String> requests = new CopyOnWriteArrayList<>();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener(answers, complaints, requests))
                .join();
        Browser browser = new Browser(process, socket, answers, complaints, requests);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            browser.call(domain + ".enable", JSON.createObjectNode());
        }
        return browser;
    }

    /** What the browser tells: answers to calls, and events. A message comes in parts. */
    private static final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();
        private final Map<Integer, CompletableFuture<JsonNode>> answers;
        private final List<String> complaints;
        private final List<String> requests;

        Listener(Map<Integer, CompletableFuture<JsonNode>> answers, List<String> complaints, List<String> requests) {
            this.answers = answers;
            this.complaints = complaints;
            this.requests = requests;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                try {
                    told(JSON.readTree(message.toString()));
                } catch (IOException e) {
                    complaints.add(e.toString());
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void told(JsonNode told) {
            CompletableFuture<JsonNode> asked =
                    told.has("id") ? answers.remove(told.get("id").asInt()) : null;
            if (asked != null) {
                asked.complete(told);
                return;
            }
            JsonNode parameters = told.path("params");
            switch (told.path("method").asText()) {
                case "Runtime.exceptionThrown" ->
                    complaints.add(parameters.path("exceptionDetails").toString());
                case "Runtime.consoleAPICalled" -> {
                    if (List.of("error", "warning", "assert")
                            .contains(parameters.path("type").asText())) {
                        complaints.add(parameters.path("args").toString());
                    }
                }
                case "Log.entryAdded" ->
                    complaints.add(parameters.path("entry").path("text").asText());
                case "Network.requestWillBeSent" ->
                    requests.add(parameters.path("request").path("url").asText());
                default -> {
                    // Nothing that a page does wrong.
                }
            }
        }
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        JsonNode told = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new IllegalStateException(method + ": " + told.get("error"));
        }
        return told.path("result");
    }

    /** The window, in CSS pixels, and what the reader prefers. */
    void window(int width, int height, boolean isDark) {
        call(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 500));
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", isDark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
    }

    /** Opens a file and waits until it is drawn. */
    void open(Path file) throws InterruptedException {
        call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!run("document.documentElement?.dataset.drawn === 'true' && document.readyState === 'complete'")
                .asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not drawn: " + complaints);
            }
            Thread.sleep(50);
        }
    }

    /** The value of an expression in the page. */
    JsonNode run(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                JSON.createObjectNode()
                        .put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Clicks the first element that a selector finds, where a mouse would: in its middle. */
    void click(String selector) {
        JsonNode at = run("(() => { const e = document.querySelector(" + JSON.valueToTree(selector)
                + "); if (!e) return null; e.scrollIntoView({block: 'center', behavior: 'instant'});"
                + " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()");
        if (!at.isArray()) {
            throw new IllegalStateException("nothing is " + selector);
        }
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    JSON.createObjectNode()
                            .put("type", type)
                            .put("x", at.get(0).asDouble())
                            .put("y", at.get(1).asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
    }

    /** Presses a key, as {@code Escape} or {@code Enter}. */
    void press(String key) {
        int code = key.equals("Escape") ? 27 : 13;
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode event =
                    JSON.createObjectNode().put("type", type).put("key", key).put("windowsVirtualKeyCode", code);
            if (key.equals("Enter")) {
                event.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** Takes a picture, of the window or of the whole page. */
    void picture(Path file, boolean whole) throws IOException {
        JsonNode taken = call(
                "Page.captureScreenshot",
                JSON.createObjectNode().put("format", "png").put("captureBeyondViewport", whole));
        Files.write(file, Base64.getDecoder().decode(taken.get("data").asText()));
    }

    /** The page's height in CSS pixels. */
    int height() {
        return run("document.documentElement.scrollHeight").asInt();
    }

    /** Errors and warnings of the console, and what a policy has forbidden. */
    List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    /** Addresses that were asked for, other than the file itself. */
    List<String> requestsBut(Path file) {
        return requests.stream()
                .filter(address -> !address.equals(file.toUri().toString()) && !address.equals("about:blank"))
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Pictures of a page at the sizes that are looked at: {@code Browser PAGE FOLDER}. */
    public static void main(String[] arguments) throws Exception {
        Path page = Path.of(arguments[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Path profile = Files.createTempDirectory("chromium");
        try (Browser browser = start(installed().orElseThrow(), profile)) {
            for (String name : List.of("desktop", "dark", "phone")) {
                int width = name.equals("phone") ? 390 : 1200;
                browser.window(width, 900, name.equals("dark"));
                browser.open(page);
                browser.window(width, Math.min(14_000, browser.height()), name.equals("dark"));
                browser.picture(folder.resolve(name + ".png"), false);
            }
            System.out.println(browser.complaints());
        }
    }
}
