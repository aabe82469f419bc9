package io.github.surefoot.its.harness;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Headless Chromium, which opens a page from a file as a person would. */
public final class Browser {
    private static final long LIMIT_SECONDS = 600;

    private Browser() {}

    /**
     * A page that was opened.
     *
     * @param html what became of it once its scripts had run
     * @param console what they wrote to the browser's console
     */
    public record Opened(String html, String console) {}

    /** Opens a page; skips the test where there is no browser, and fails it in CI. */
    public static Opened open(Path page, Path room) throws IOException, InterruptedException {
        Path html = room.resolve("page.html");
        Path log = room.resolve("browser.log");
        Process browser = new ProcessBuilder(
                        program().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--user-data-dir=" + room.resolve("profile"),
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(html.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("The browser did not end within " + LIMIT_SECONDS + " s, see " + log);
        }
        return new Opened(
                Files.readString(html),
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .reduce("", (a, b) -> a + b + "\n"));
    }

    private static Path program() {
        Optional<Path> found = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String advice =
                    "No Chromium is installed, so the page of a real run is not opened: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                fail(advice);
            }
            abort(advice);
        }
        return found.orElseThrow();
    }
}
