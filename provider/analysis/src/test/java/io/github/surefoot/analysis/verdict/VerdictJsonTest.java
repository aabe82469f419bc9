package io.github.surefoot.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictJsonTest {
    @TempDir
    Path dir;

    private static JournalEntry server(String version) {
        return new JournalEntry.ResourceEvent(
                "database",
                "server",
                Map.of("engine", "mysql", "product", "MariaDB", "version", version, "name", "orders"),
                1);
    }

    @Test
    void hasEveryKeyOfTheContract() throws IOException {
        JsonNode json = write(
                new JournalScript(dir.resolve("journals"), 5)
                        .test("shop.CartTest", "adds", "PPPPP", "integration")
                        .test("shop.CartTest", "expires", "PFPPE", "security")
                        .test("shop.CartTest", "later", "SSSAS")
                        .incident(new JournalEntry.ResourceEvent(
                                "database", "created", Map.of("micros", "1500", "retries", "1"), 1))
                        .incident(new JournalEntry.ResourceEvent(
                                "database", "prepared", Map.of("micros", "0", "engine", "h2", "source", "x"), 1))
                        .incident(server("10.11.6-MariaDB"))
                        .incident(server("10.11.6-MariaDB"))
                        .incident(new JournalEntry.ResourceEvent(
                                "database", "prepared", Map.of("micros", "0", "engine", "mysql", "name", "orders"), 1))
                        .incident(new JournalEntry.ResourceEvent("database", "disposed", Map.of("micros", "700"), 1))
                        .incident(new JournalEntry.ResourceEvent(
                                "database", "disposed", Map.of("micros", "900", "database", "shop.CartTest"), 1))
                        .incident(new JournalEntry.ResourceEvent("database", "reset", Map.of("micros", "2000"), 1))
                        .incident(new JournalEntry.ResourceEvent("database", "memory", Map.of("heapBytes", "512"), 1))
                        .incident(new JournalEntry.ResourceEvent("database", "memory", Map.of("heapBytes", "256"), 1))
                        .incident(new JournalEntry.LeakFound("connection", "Cart.java:3", "shop.CartTest", false, 1))
                        .incident(new JournalEntry.MessageSeen(
                                "database is locked", new TestId("shop.CartTest", "adds"), 1)),
                GateSettings.defaults());

        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("verdict").asText()).isEqualTo("broken");
        assertThat(json.get("reasons").get(0).asText())
                .isEqualTo("CartTest.expires passed 3 of 5 rounds (60 %), below 95 %.");
        assertThat(json.get("gate").asText()).isEqualTo("test");
        assertThat(json.get("threshold").toString()).isEqualTo("95");
        assertThat(json.get("rounds").toString()).isEqualTo("{\"planned\":5,\"completed\":5}");
        assertThat(json.get("workers").asInt()).isEqualTo(2);
        assertThat(json.get("workersKind").asText()).isEqualTo("fresh");
        assertThat(json.get("seed").isNull()).isTrue();
        assertThat(json.get("passRate").toString()).isEqualTo("{\"test\":60,\"run\":60,\"execution\":80}");
        assertThat(json.get("lowerBound").toString())
                .isEqualTo("{\"test\":18.9255,\"run\":18.9255,\"execution\":49.3098}");
        assertThat(json.at("/categories/integration").toString())
                .isEqualTo("{\"test\":100,\"run\":100,\"execution\":100}");
        assertThat(json.at("/categories/unit").toString()).isEqualTo("{\"test\":null,\"run\":100,\"execution\":null}");
        JsonNode test = json.get("tests").get(1);
        assertThat(test.get("class").asText()).isEqualTo("shop.CartTest");
        assertThat(test.get("name").asText()).isEqualTo("expires");
        assertThat(test.get("category").asText()).isEqualTo("security");
        assertThat(test.get("passed").asInt()).isEqualTo(3);
        assertThat(test.get("failed").asInt()).isEqualTo(2);
        assertThat(test.get("skipped").asInt()).isZero();
        assertThat(test.get("outcomes").toString())
                .isEqualTo("[\"passed\",\"failed\",\"passed\",\"passed\",\"errored\"]");
        assertThat(test.get("status").asText()).isEqualTo("flaky");
        assertThat(test.get("failures").get(0).get("what").asText())
                .isEqualTo("AssertionFailedError: expected: <1> but was: <2>");
        assertThat(json.get("tests").get(2).get("status").asText()).isEqualTo("skipped");
        assertThat(json.get("forbidden").toString())
                .isEqualTo("[{\"pattern\":\"unable to open database file\",\"count\":0},"
                        + "{\"pattern\":\"database is locked\",\"count\":1,"
                        + "\"firstTest\":\"shop.CartTest.adds\",\"firstWorker\":\"r1w1\"}]");
        assertThat(json.at("/databases/engines").toString())
                .isEqualTo("[{\"engine\":\"h2\"},{\"engine\":\"mysql\",\"database\":\"orders\","
                        + "\"product\":\"MariaDB\",\"version\":\"10.11.6-MariaDB\"}]");
        assertThat(json.at("/databases/created").asInt()).isEqualTo(1);
        assertThat(json.at("/databases/retries").asInt()).isEqualTo(1);
        assertThat(json.at("/databases/createMillis").toString()).isEqualTo("{\"p50\":1.5,\"p99\":1.5,\"max\":1.5}");
        assertThat(json.at("/databases/disposeMillis/max").asDouble()).isEqualTo(0.9);
        assertThat(json.at("/databases/resetMillis/p50").asDouble()).isEqualTo(2);
        assertThat(json.at("/databases/prepareMillis/max").asDouble()).isZero();
        assertThat(json.at("/databases/slowestTeardowns").toString())
                .isEqualTo("[{\"worker\":\"r1w1\",\"database\":\"shop.CartTest\",\"millis\":0.9},"
                        + "{\"worker\":\"r1w1\",\"millis\":0.7}]");
        assertThat(json.at("/databases/memory").toString()).isEqualTo("{\"heapBytes\":512}");
        assertThat(json.at("/databases/leaks/0/openedAt").asText()).isEqualTo("Cart.java:3");
        assertThat(json.get("secrets").toString()).isEqualTo("[{\"name\":\"API_KEY\",\"source\":\"environment\"}]");
    }

    @Test
    void theSchemaHoldsForRunsOfAllSorts() throws IOException {
        write(new JournalScript(dir.resolve("empty"), 3), GateSettings.defaults());
        write(
                new JournalScript(dir.resolve("short"), 5)
                        .test("A", "\u0001<script>\"\ud83d\ude00", "CFHEN")
                        .test("B", "b", "FFFFF")
                        .incident(new JournalEntry.Problem("late", 1))
                        .stoppedAfter(2),
                GateSettings.parse("run", "99.5", "99", true));
    }

    @Test
    void theSchemaRefusesWhatIsNotTheContract() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode json = write(new JournalScript(dir.resolve("j"), 1).test("A", "a", "F"), GateSettings.defaults());
        for (String key : List.of("verdict", "reasons", "passRate", "tests", "databases", "secrets", "lowerBound")) {
            com.fasterxml.jackson.databind.node.ObjectNode without = json.deepCopy();
            without.remove(key);
            assertThat(schema().validate(without)).as(key).isNotEmpty();
        }
        JsonNode secret = mapper.readTree(json.toString()
                .replace("\"source\":\"environment\"", "\"source\":\"environment\",\"value\":\"hunter2\""));
        assertThat(schema().validate(secret)).isNotEmpty();
        JsonNode passed = mapper.readTree(json.toString().replace("\"verdict\":\"broken\"", "\"verdict\":\"passed\""));
        assertThat(schema().validate(passed)).isNotEmpty();
    }

    @Test
    void tellsTheCauseOfWhatFailsFromItsSecondRun() throws IOException {
        JsonNode json = write(
                new WarmScript(dir.resolve("warm"))
                        .runs("shop.OnceTest", "12121")
                        .test("shop.OnceTest", "works", "PPEEE")
                        .test("shop.OnceTest", "always", "PPPPP")
                        .write(),
                GateSettings.defaults());

        assertThat(json.at("/tests/0/name").asText()).isEqualTo("always");
        assertThat(json.at("/tests/0").has("cause")).isFalse();
        assertThat(json.at("/tests/1/status").asText()).isEqualTo("flaky");
        assertThat(json.at("/tests/1/cause").toString())
                .isEqualTo("{\"kind\":\"non-idempotent\",\"culprits\":[],\"state\":[],\"confirmed\":false,"
                        + "\"shownBy\":[\"w1\",\"w2\"]}");
        assertThat(json.at("/reasons/0").asText())
                .isEqualTo(
                        "OnceTest.works passed 2 of 5 rounds, below 95 %. It fails from its second run in one JVM (all"
                                + " 3 later ones failed); fresh workers pass (the first run passed in both JVMs).");
    }

    @Test
    void tellsTheProbesOfADiagnosis() throws IOException {
        Path journals = new WarmScript(dir.resolve("warm"))
                .runs("shop.OnceTest", "12121")
                .test("shop.OnceTest", "works", "PPEEE")
                .write();
        Judge judge = new Judge(
                GateSettings.defaults(),
                Categories.defaults(),
                new Reporting(List.of(), List.of(), Duration.ofSeconds(2)));
        Evidence evidence = judge.judge(List.of(journals)).evidence();
        Cause cause = new Cause(
                Cause.Kind.VICTIM,
                List.of("shop.ATest"),
                List.of("A.list (A.java:3) holds 1 entry that ATest put there"),
                true,
                List.of("w1"),
                "It is polluted.",
                List.of(
                        new Cause.Probes(List.of("shop.ATest"), 0, "fresh", List.of(), 3, 3),
                        new Cause.Probes(List.of("shop.ATest"), 7, "renewed", List.of("A#list"), 1, 0)));
        Path file = dir.resolve("verdict.json");

        VerdictJson.write(
                judge.judge(
                        evidence, new Causes(List.of(new FailureGroup(evidence.failing(), "", Optional.of(cause))))),
                file);

        JsonNode json = new ObjectMapper().readTree(Files.newInputStream(file));
        assertThat(schema().validate(json)).isEmpty();
        assertThat(json.at("/tests/0/cause/probes").toString())
                .isEqualTo("[{\"before\":[\"shop.ATest\"],\"jvm\":\"fresh\",\"runs\":3,\"failed\":3},"
                        + "{\"before\":[\"shop.ATest\"],\"more\":7,\"jvm\":\"renewed\",\"undone\":[\"A#list\"],"
                        + "\"runs\":1,\"failed\":0}]");
        assertThat(cause.shortestFailing()).contains(cause.probes().get(0));
        assertThat(cause.shortestPassing()).isEmpty();
    }

    @Test
    void replacesAnEarlierVerdictAtOnce() throws IOException {
        Path file = dir.resolve("verdict.json");
        Files.writeString(file, "old");
        write(new JournalScript(dir.resolve("j"), 1), GateSettings.defaults());

        try (var files = Files.list(dir)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("j", "verdict.json");
        }
    }

    private JsonNode write(JournalScript script, GateSettings settings) throws IOException {
        return write(script.write(), settings);
    }

    private JsonNode write(Path journals, GateSettings settings) throws IOException {
        Reporting reporting = new Reporting(
                List.of("unable to open database file", "database is locked"),
                List.of(new SecretOrigin("API_KEY", "environment")),
                Duration.ofSeconds(2));
        Path file = dir.resolve("verdict.json");
        VerdictJson.write(new Judge(settings, Categories.defaults(), reporting).judge(List.of(journals)), file);
        JsonNode json = new ObjectMapper().readTree(Files.newInputStream(file));
        assertThat(schema().validate(json)).isEmpty();
        return json;
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(VerdictJson.class.getResourceAsStream("verdict.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
