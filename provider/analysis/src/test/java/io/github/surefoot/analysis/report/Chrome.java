package io.github.surefoot.analysis.report;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, and what the tests ask of it. */
final class Chrome implements AutoCloseable {
    private static final String ADVICE =
            "No Chromium with its driver is installed, so the page is not tested: apt-get install chromium chromium-driver";

    private final ChromeDriver driver;

    private Chrome(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it, or skips the tests where there is none; in CI that is a failure. */
    static Chrome start(Path profile) {
        Optional<Path> browser = program("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = program("chromedriver");
        if (browser.isEmpty() || chromedriver.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                fail(ADVICE);
            }
            abort(ADVICE);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow().toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        return new Chrome(driver);
    }

    private static Optional<Path> program(String... names) {
        List<String> directories =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(":"));
        return Stream.of(names)
                .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(Path page, String hash) {
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().logs().get(LogType.BROWSER);
        driver.get("about:blank");
        driver.get(page.toUri() + hash);
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    Object run(String script, Object... arguments) {
        return String.valueOf(driver.executeScript(script, arguments));
    }

    long number(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script))).longValue();
    }

    /** Runs a script that makes the page answer, and returns how long that took up to the next painted frame. */
    long millisUntilPainted(String action) {
        Object millis = driver.executeAsyncScript("const done = arguments[0]; const start = performance.now();" + action
                + "; requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));");
        return Math.round(((Number) Objects.requireNonNull(millis)).doubleValue());
    }

    /** Returns what axe-core finds on the page, as it is now, that is serious or worse. */
    String seriousFindings() throws IOException {
        try (InputStream axe = Chrome.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(
                    new String(Objects.requireNonNull(axe, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8));
        }
        return String.valueOf(driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run(document, {resultTypes: ['violations']})
                  .then((found) => done(found.violations
                    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
                    .map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | '))
                    .join('\\n')))
                  .catch((e) => done('axe failed: ' + e));
                """));
    }

    /** Returns what the browser complained of. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** Returns what went on the wire since the page was opened; the page itself is a file. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .filter(message -> !message.contains("\"url\":\"file:") && !message.contains("\"url\":\"about:"))
                .toList();
    }

    void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** Shows the page on the screen (empty) or in print, dark or light; without movement, which tests would outrun. */
    void media(String medium, boolean dark) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Shows the page as in a window of so many CSS pixels; 200 % zoom of a window is half of its pixels. */
    void size(int width, int height, double scale) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
    }

    void screenshot(String name) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
