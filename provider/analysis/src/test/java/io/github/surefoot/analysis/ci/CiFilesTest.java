package io.github.surefoot.analysis.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The files that users copy for their engine: they can be read, and the numbers of shards that stand in one of them are
 * one number. That their commands are taken is shown by {@code GuideTest}; docs/testing.md says which linter each passes.
 */
class CiFilesTest {
    private static final Path FILES = Path.of("..", "..", "docs", "ci");
    private static final Pattern BEHIND_THE_SLASH =
            Pattern.compile("-Dsurefoot\\.shard=(?:\\$\\{\\{.*?}}|auto)/(\\d+)");

    private static List<Map<String, Object>> documents(String name) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Map<String, Object>> documents = new ArrayList<>();
        StreamSupport.stream(new Yaml(strict).loadAll(text(name)).spliterator(), false)
                .map(CiFilesTest::map)
                .forEach(documents::add);
        return documents;
    }

    private static String text(String name) throws IOException {
        return Files.readString(FILES.resolve(name));
    }

    @SuppressWarnings("unchecked") // Of another type it fails where it is used.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object at(Object value, String... keys) {
        Object found = value;
        for (String key : keys) {
            found = Objects.requireNonNull(map(found).get(key), key);
        }
        return found;
    }

    private static int given(String name) throws IOException {
        Matcher total = BEHIND_THE_SLASH.matcher(text(name));
        assertThat(total.find()).as(name).isTrue();
        return Integer.parseInt(total.group(1));
    }

    @Test
    void gitHubsMatrixHasAsManyShardsAsAreGiven() throws IOException {
        Map<String, Object> workflow = documents("github.yml").get(0);
        List<Integer> shards = new ArrayList<>();
        for (int shard = 1; shard <= given("github.yml"); shard++) {
            shards.add(shard);
        }
        assertThat(at(workflow, "jobs", "shard", "strategy", "matrix", "shard")).isEqualTo(shards);
        assertThat(at(workflow, "jobs", "verdict", "needs")).isEqualTo("shard");
        assertThat(at(workflow, "jobs", "verdict", "if")).isEqualTo("${{ !cancelled() }}");
    }

    @Test
    void gitLabsJobIsParallelAndTheVerdictIsAlwaysGiven() throws IOException {
        Map<String, Object> pipeline = documents("gitlab-ci.yml").get(0);
        assertThat(at(pipeline, "shard", "parallel")).isEqualTo(4);
        assertThat(at(pipeline, "verdict", "when")).isEqualTo("always");
        assertThat(text("gitlab-ci.yml")).contains("-Dsurefoot.shard=auto || status=$?\n");
    }

    @Test
    void buildkitesStepIsParallelAndTheVerdictIsAlwaysGiven() throws IOException {
        List<?> steps = (List<?>) at(documents("buildkite.yml").get(0), "steps");
        assertThat(at(steps.get(0), "parallelism")).isEqualTo(4);
        assertThat(at(steps.get(1), "depends_on")).isEqualTo(at(steps.get(0), "key"));
        assertThat(at(steps.get(1), "allow_dependency_failure")).isEqualTo(true);
    }

    @Test
    void kubernetesJobIsIndexedAndTellsHowManyThereAre() throws IOException {
        Map<String, Object> job = documents("kubernetes.yaml").get(0);
        int shards = given("kubernetes.yaml");
        assertThat(at(job, "spec", "completions")).isEqualTo(shards);
        assertThat(at(job, "spec", "parallelism")).isEqualTo(shards);
        assertThat(at(job, "spec", "completionMode")).isEqualTo("Indexed");
        assertThat(at(job, "spec", "backoffLimitPerIndex")).isEqualTo(0);
        assertThat(map(at(job, "spec")))
                .as("one shard whose build fails ends the others")
                .doesNotContainKey("backoffLimit");
        List<?> containers = (List<?>) at(job, "spec", "template", "spec", "containers");
        assertThat(((List<?>) at(containers.get(0), "env")))
                .as("what an earlier Job has left in the volume is no shard of this one")
                .singleElement()
                .satisfies(variable -> assertThat(at(variable, "name")).isEqualTo("BUILD_TAG"));
    }

    @Test
    void slurmsArrayHasAsManyTasksAsTheScriptSays() throws IOException {
        assertThat(text("slurm.sh")).contains("#SBATCH --array=1-4\n", "\nshards=4\n", "#SBATCH --requeue\n");
        assertThat(text("Jenkinsfile")).contains("int shards = 4\n");
    }
}
