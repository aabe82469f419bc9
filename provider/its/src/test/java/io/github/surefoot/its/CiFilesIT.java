package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.CiMachine;
import io.github.surefoot.its.harness.CiMachines;
import io.github.surefoot.its.harness.JenkinsPipeline;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The files of docs/ci, as far as one machine can run them: the commands of each in the shell of its engine, with the engine's
 * variables and a checkout for each job, files carried from job to job as the engine does, one shard's build failing. Four
 * real builds leave the journals, and a real one judges what each file has brought together; with {@code
 * -Dsurefoot.long=true} each engine has shards of its own by real builds. Slurm is real, see {@link SlurmIT}.
 */
@OnProject("many-classes")
class CiFilesIT {
    private static final boolean REAL = Boolean.getBoolean("surefoot.long");
    private static final Path FILES = Path.of("..", "..", "docs", "ci").toAbsolutePath();
    private static final int SHARDS = 4;

    /** Where the volume of a container is, and what it has for itself. */
    private static final Pattern OF_A_CONTAINER = Pattern.compile("(?<![\\w/])/(tmp/work|shared)\\b");

    private static Iterable<Integer> shards() {
        return IntStream.rangeClosed(1, SHARDS).boxed().toList();
    }

    /** Has four machines of no engine leave their journals, once. */
    private static synchronized Path journals(Project project) throws IOException {
        Path all = project.file("left");
        if (!REAL && !Files.exists(all)) {
            for (int shard : shards()) {
                project.run(
                                "test",
                                "-Dsurefoot.rounds=2",
                                "-Dsurefoot.workers=1",
                                "-Dsurefoot.shard=" + shard + "/4",
                                "-Dsurefoot.history=none")
                        .passes();
                CiMachine.carry(project.file("target/surefoot/journals"), "*", all.resolve(Integer.toString(shard)));
            }
        }
        return all;
    }

    private static CiMachines machines(Project project, String engine) throws IOException {
        Path journals = journals(project);
        CiMachines machines = CiMachines.of(project, engine, List.of("src", "pom.xml"));
        return REAL ? machines.withMaven() : machines.withoutMaven(journals);
    }

    /** A shard's own build fails on the third of four machines where no test really runs. */
    private static void ended(int shard, int exitCode, CiMachine machine) {
        assertThat(exitCode).as(machine.printed()).isEqualTo(REAL || shard != 3 ? 0 : 1);
    }

    private static void isHeld(CiMachine machine) throws IOException {
        if (!REAL) {
            machine.runLastCall().passes();
        }
        Verdict verdict = Verdict.read(machine.directory().resolve("target/surefoot/verdict.json"));
        assertThat(verdict.word()).as(verdict.reasons()).isEqualTo("held");
        assertThat(verdict.json().path("shards")).hasSize(SHARDS);
        assertThat(verdict.tests()).hasSize(24).allSatisfy(test -> assertThat(test.outcomes())
                .hasSize(REAL ? 5 : 2));
    }

    private static void asked(CiMachine machine, String expected) throws IOException {
        if (!REAL) {
            assertThat(machine.calls()).containsExactly(expected + " ");
        }
    }

    @Test
    void gitHub(Project project) throws IOException, InterruptedException {
        Map<String, Object> jobs = map(at(yaml("github.yml").get(0), "jobs"));
        CiMachines machines = machines(project, "github");
        Path artefacts = machines.shared("artefacts");
        for (String job : List.of("history", "shard", "verdict")) {
            List<?> matrix = job.equals("shard") ? (List<?>) at(jobs, job, "strategy", "matrix", "shard") : List.of(0);
            for (Object shard : matrix) {
                CiMachine machine = machines.machine(job + "-" + shard).standingFor((Integer) shard);
                int exitCode = 0;
                for (Object step : (List<?>) at(jobs, job, "steps")) {
                    exitCode |= gitHubStep(map(step), (Integer) shard, exitCode, machine, artefacts);
                }
                ended((Integer) shard, exitCode, machine);
                if (job.equals("shard")) {
                    asked(machine, "-B test -Dsurefoot.rounds=5 -Dsurefoot.shard=" + shard + "/4");
                } else if (job.equals("verdict")) {
                    asked(machine, "-B surefoot:check -Dsurefoot.journals=shards/*");
                    isHeld(machine);
                }
            }
        }
        assertThat(Files.exists(artefacts.resolve("verdict/target/surefoot/verdict.json")))
                .isEqualTo(REAL);
    }

    /** Runs a step unless one before it failed, and it does not say otherwise; returns its exit code. */
    private static int gitHubStep(Map<String, Object> step, int shard, int before, CiMachine machine, Path artefacts)
            throws IOException, InterruptedException {
        boolean always = "${{ !cancelled() }}".equals(step.get("if"));
        if (before != 0 && !always) {
            return 0;
        }
        String run = (String) step.get("run");
        if (run != null) {
            String commands = run.replace("${{ matrix.shard }}", Integer.toString(shard));
            assertThat(commands).doesNotContain("${{");
            return machine.run(machine.directory(), "bash", "-e", "-c", commands);
        }
        String uses = Objects.requireNonNull((String) step.get("uses"));
        if (uses.startsWith("actions/upload-artifact@")) {
            String name = ((String) at(step, "with", "name")).replace("${{ matrix.shard }}", Integer.toString(shard));
            upload(
                    machine.directory(),
                    ((String) at(step, "with", "path")).strip().split("\n"),
                    artefacts.resolve(name));
        } else if (uses.startsWith("actions/download-artifact@")) {
            Map<String, Object> with = map(at(step, "with"));
            Path to = machine.directory().resolve((String) at(with, "path"));
            if (with.containsKey("pattern")) {
                // Without merge-multiple each has a directory by its name.
                CiMachine.carry(artefacts, at(with, "pattern") + "/**", to);
            } else {
                CiMachine.carry(artefacts.resolve((String) at(with, "name")), "**", to);
            }
        } else {
            assertThat(uses).matches("actions/(checkout|setup-java|cache/restore|cache/save)@v\\d+");
        }
        return 0;
    }

    /** An artefact begins behind the path that all have in common: of one directory it is what is in it. */
    private static void upload(Path checkout, String[] paths, Path artefact) throws IOException {
        for (String path : paths) {
            if (Files.isDirectory(checkout.resolve(path.strip()))) {
                CiMachine.carry(checkout.resolve(path.strip()), "**", artefact);
            } else if (Files.exists(checkout.resolve(path.strip()))) {
                CiMachine.carry(checkout, path.strip(), artefact);
            }
        }
    }

    @Test
    void gitLab(Project project) throws IOException, InterruptedException {
        Map<String, Object> jobs = yaml("gitlab-ci.yml").get(0);
        CiMachines machines = machines(project, "gitlab");
        Path artefacts = machines.shared("artefacts");
        assertThat(at(jobs, "shard", "parallel")).isEqualTo(SHARDS);
        gitLabJob(jobs, "history", machines.machine("history"), artefacts);
        for (int shard : shards()) {
            CiMachine machine = machines.machine("shard-" + shard)
                    .with("CI_NODE_INDEX", Integer.toString(shard))
                    .with("CI_NODE_TOTAL", Integer.toString(SHARDS))
                    .standingFor(shard);
            ended(shard, gitLabJob(jobs, "shard", machine, artefacts), machine);
            asked(machine, "-B test -Dsurefoot.rounds=5 -Dsurefoot.shard=auto");
        }
        CiMachine verdict = machines.machine("verdict");
        ended(0, gitLabJob(jobs, "verdict", verdict, artefacts), verdict);
        asked(verdict, "-B surefoot:check -Dsurefoot.journals=shards/*");
        isHeld(verdict);
    }

    /** The lines of a script are one shell's; what a job needs is brought before, what it leaves is kept behind. */
    private static int gitLabJob(Map<String, Object> jobs, String name, CiMachine machine, Path artefacts)
            throws IOException, InterruptedException {
        Map<String, Object> job = map(Objects.requireNonNull(jobs.get(name)));
        for (Object needed : (List<?>) job.getOrDefault("needs", List.of())) {
            CiMachine.carry(artefacts.resolve((String) needed), "**", machine.directory());
        }
        List<String> lines = new ArrayList<>(List.of("set -eo pipefail"));
        ((List<?>) at(job, "script")).forEach(line -> lines.add((String) line));
        machine.with("GITLAB_CI", "true")
                .with("CI_PROJECT_DIR", machine.directory().toString());
        int exitCode = machine.run(machine.directory(), "bash", "-c", String.join("\n", lines));
        if (exitCode == 0 || "always".equals(map(at(job, "artifacts")).get("when"))) {
            for (Object path : (List<?>) at(job, "artifacts", "paths")) {
                machine.carry((String) path, artefacts.resolve(name));
            }
        }
        return exitCode;
    }

    @Test
    void buildkite(Project project) throws IOException, InterruptedException {
        List<?> steps = (List<?>) at(yaml("buildkite.yml").get(0), "steps");
        Map<String, Object> shardStep = map(steps.get(0));
        Map<String, Object> verdictStep = map(steps.get(1));
        CiMachines machines = machines(project, "buildkite");
        Path artefacts = machines.shared("artefacts");
        machines.program("buildkite-agent", buildkiteAgent(artefacts));
        for (int shard : shards()) {
            CiMachine machine = machines.machine("shard-" + shard)
                    .with("BUILDKITE", "true")
                    .with("BUILDKITE_PARALLEL_JOB", Integer.toString(shard - 1))
                    .with(
                            "BUILDKITE_PARALLEL_JOB_COUNT",
                            at(shardStep, "parallelism").toString())
                    .standingFor(shard);
            ended(shard, machine.run(machine.directory(), "bash", "-e", "-c", buildkiteCommand(shardStep)), machine);
            asked(machine, "-B test -Dsurefoot.rounds=5 -Dsurefoot.shard=auto -Dsurefoot.history=none");
            machine.carry((String) at(shardStep, "artifact_paths"), artefacts.resolve("job-" + shard));
        }
        CiMachine verdict = machines.machine("verdict").with("BUILDKITE", "true");
        ended(0, verdict.run(verdict.directory(), "bash", "-e", "-c", buildkiteCommand(verdictStep)), verdict);
        asked(verdict, "-B surefoot:check -Dsurefoot.journals=shards/*/target/surefoot/journals");
        isHeld(verdict);
    }

    /** When a pipeline is uploaded, its variables are put in, and of two dollars one is left. */
    private static String buildkiteCommand(Map<String, Object> step) {
        String command = (String) at(step, "command");
        assertThat(command.replace("$$", "")).doesNotContain("$");
        return command.replace("$$", "$");
    }

    private static String buildkiteAgent(Path artefacts) {
        return """
                #!/bin/bash
                # buildkite-agent artifact search PATTERN --step KEY --format "%%j\\n"
                # buildkite-agent artifact download PATTERN DIRECTORY --step JOB
                set -eu
                [ "$1" = artifact ]
                case $2 in
                search)
                  [ "$4 $5 $6 $7" = '--step shard --format %%j\\n' ]
                  for job in %1$s/*; do [ ! -f "$job/$3" ] || basename "$job"; done;;
                download)
                  [ "$5" = --step ]
                  cd "%1$s/$6"
                  for file in $3; do (cd - > /dev/null; mkdir -p "$4/$(dirname "$file")"; cp "%1$s/$6/$file" "$4/$file"); done;;
                *) exit 9;;
                esac
                """.formatted(artefacts);
    }

    @Test
    void kubernetes(Project project) throws IOException, InterruptedException {
        List<Map<String, Object>> documents = yaml("kubernetes.yaml");
        CiMachines machines = machines(project, "kubernetes");
        Path shared = machines.shared("shared");
        machines.checkOut(shared.resolve("source"));
        for (int shard : shards()) {
            CiMachine machine = machines.bare("pod-" + shard)
                    .with("JOB_COMPLETION_INDEX", Integer.toString(shard - 1))
                    .standingFor(shard);
            ended(shard, container(documents.get(0), machine, shared), machine);
            asked(machine, "-B test -Dsurefoot.rounds=5 -Dsurefoot.shard=auto/4 -Dsurefoot.history=none");
        }
        CiMachine verdict = machines.bare("shared/source");
        ended(0, container(documents.get(1), verdict, shared), verdict);
        asked(verdict, "-B surefoot:check -Dsurefoot.journals=" + shared + "/shards/*");
        isHeld(verdict);
    }

    /** A volume is a directory here, and what a container has for itself a directory beside it. */
    private static int container(Map<String, Object> document, CiMachine machine, Path shared)
            throws IOException, InterruptedException {
        Map<String, Object> container = map(((List<?>) at(document, "spec", "template", "spec", "containers")).get(0));
        List<String> command = new ArrayList<>();
        ((List<?>) at(container, "command")).forEach(word -> command.add((String) word));
        ((List<?>) at(container, "args"))
                .forEach(word -> command.add(OF_A_CONTAINER
                        .matcher((String) word)
                        .replaceAll(path -> path.group(1).equals("shared")
                                ? shared.toString()
                                : machine.directory().toString())));
        return machine.run(shared, command.toArray(String[]::new));
    }

    @Test
    void jenkins(Project project) throws IOException {
        JenkinsPipeline.Server server =
                JenkinsPipeline.run(Files.readString(FILES.resolve("Jenkinsfile")), machines(project, "jenkins"));
        assertThat(server.nodes()).hasSize(SHARDS + 1);
        for (int shard : shards()) {
            asked(
                    server.nodes().get(shard - 1),
                    "-B test -Dsurefoot.rounds=5 -Dsurefoot.shard=" + shard + "/4 -Dsurefoot.history=none");
        }
        assertThat(server.failures())
                .hasSize(REAL ? 0 : 1)
                .allMatch(failure -> failure.equals("shard 3: script returned exit code 1"));
        asked(server.nodes().get(SHARDS), "-B surefoot:check -Dsurefoot.journals=shards/*/journals");
        isHeld(server.nodes().get(SHARDS));
        assertThat(server.published()).hasSize(2);
    }

    private static List<Map<String, Object>> yaml(String file) throws IOException {
        return StreamSupport.stream(
                        new Yaml()
                                .loadAll(Files.readString(FILES.resolve(file)))
                                .spliterator(),
                        false)
                .map(CiFilesIT::map)
                .toList();
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
}
