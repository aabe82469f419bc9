package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Slurm;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A real engine: the file of docs/ci as users copy it, an array of four tasks on two nodes, of which one is killed while it
 * runs and put into the queue again. Needs root, and Debian's slurmctld, slurmd, slurm-client and munge.
 */
@EnabledIfSystemProperty(
        named = "surefoot.long",
        matches = "true",
        disabledReason = "Slurm and its packages are not on every machine, and its tasks are cold Mavens")
class SlurmIT {
    @Test
    @OnProject("many-classes")
    void aTaskThatIsRunAgainIsAShardLikeAnyOther(Project project) throws IOException, InterruptedException {
        Path script = Path.of("..", "..", "docs", "ci", "slurm.sh").toAbsolutePath();
        Files.copy(script, project.file("slurm.sh"));
        Files.createDirectories(project.file("shards"));
        try (Slurm slurm = Slurm.start(project)) {
            String array = slurm.run("sbatch", "--parsable", "slurm.sh").strip();
            String verdict = slurm.run(
                            "sbatch",
                            "--parsable",
                            "--dependency=afterany:" + array,
                            "--output=shards/verdict.log",
                            "--wrap",
                            "mvn -B " + project.surefoot("check") + " '-Dsurefoot.journals=shards/*'")
                    .strip();
            slurm.awaitState(array + "_2", "RUNNING");
            slurm.run("scontrol", "requeue", array + "_2");
            slurm.awaitState(array + "_2", "PENDING");
            // It would wait for two minutes, lest a broken node takes up one task after the other.
            slurm.run("scontrol", "update", "JobId=" + array + "_2", "StartTime=now");
            slurm.awaitState(verdict, "COMPLETED", "FAILED");

            assertThat(slurm.run("scontrol", "show", "job", array + "_2")).contains("Restarts=1");
            assertThat(Files.readString(project.file("shards/verdict.log"))).contains("BUILD SUCCESS");
        }
        Verdict merged = Verdict.read(project.file("target/surefoot/verdict.json"));
        assertThat(merged.word()).isEqualTo("held");
        assertThat(merged.json().path("shards")).hasSize(4);
        assertThat(merged.tests()).hasSize(24).allSatisfy(test -> assertThat(test.outcomes())
                .hasSize(5));
    }
}
