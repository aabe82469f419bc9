package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.core.probe.ProbeRequest;
import io.github.surefoot.core.probe.ProbedTest;
import io.github.surefoot.core.probe.WorkerStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JVM for probes. One thread uses it; any may end it. */
public final class ProbeProcess {
    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final int LINES_OF_ERRORS = 5;

    private final Process process;
    private final Writer requests;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile Duration spent = Duration.ZERO;

    private ProbeProcess(Process process) {
        this.process = process;
        requests = process.outputWriter(StandardCharsets.US_ASCII);
        Thread reader = new Thread(this::read, "surefoot-probe-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts one.
     *
     * @param errors where it says why it cannot start
     */
    public static ProbeProcess start(WorkerStart start, List<String> command, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of(start.directory()).toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(start.environment());
        return new ProbeProcess(builder.start());
    }

    /** Returns on one line what one that did not start has said first. */
    public static String firstLines(Path errors) throws IOException {
        try (Stream<String> lines = Files.lines(errors)) {
            return lines.limit(LINES_OF_ERRORS).collect(Collectors.joining(" "));
        }
    }

    private void read() {
        try (BufferedReader from =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (ProbeReply.isAlive(line)
                        || ProbeReply.parse(line).isPresent()
                        || ProbedTest.parse(line).isPresent()) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // As good as its end: whoever ended it has closed the stream.
            lines.add("");
            return;
        }
        lines.add("");
    }

    /**
     * Asks, and waits for the reply.
     *
     * @param limit how long may pass without a class that begins
     * @return the reply; if the JVM died or stood still, that as a failure: it will answer no more
     */
    public ProbeReply ask(ProbeRequest request, Duration limit) throws InterruptedException {
        return ask(request, limit, test -> {});
    }

    /**
     * Asks, and waits for the reply.
     *
     * @param limit how long may pass without a class or a test that begins
     * @param told is told of each test, if the request asks for that
     * @return the reply; if the JVM died or stood still, that as a failure: it will answer no more
     */
    public ProbeReply ask(ProbeRequest request, Duration limit, Consumer<ProbedTest> told) throws InterruptedException {
        try {
            requests.write(request.line());
            requests.write('\n');
            requests.flush();
        } catch (IOException e) {
            return died();
        }
        return await(limit, told);
    }

    /** Waits until it has started; returns what keeps it from it. */
    public Optional<ProbeReply> started(Duration limit) throws InterruptedException {
        @Nullable String line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (line != null && ProbeReply.isAlive(line)) {
            return Optional.empty();
        }
        return Optional.of(line == null ? stands(limit) : ProbeReply.parse(line).orElseGet(this::died));
    }

    private ProbeReply await(Duration limit, Consumer<ProbedTest> told) throws InterruptedException {
        while (true) {
            @Nullable String line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            measure();
            if (line == null) {
                return stands(limit);
            }
            Optional<ProbedTest> test = ProbedTest.parse(line);
            test.ifPresent(told);
            if (test.isEmpty() && !ProbeReply.isAlive(line)) {
                return ProbeReply.parse(line).orElseGet(this::died);
            }
        }
    }

    private ProbeReply stands(Duration limit) {
        end();
        return new ProbeReply(
                ProbeReply.FAILED, "hung", "nothing happened for " + limit.toSeconds() + " s", "the JVM is gone");
    }

    private ProbeReply died() {
        end();
        return new ProbeReply(ProbeReply.FAILED, "crashed", "its JVM died", "the JVM is gone");
    }

    /** Returns its number. */
    long id() {
        return process.pid();
    }

    /** Tells whether it may be asked again. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private void measure() {
        process.info().totalCpuDuration().ifPresent(now -> spent = now);
    }

    /** Returns the CPU time that it had used at its last reply. */
    Duration spent() {
        return spent;
    }

    /** Lets it end as a JVM does, with its shutdown hooks. */
    public void close() throws InterruptedException {
        try {
            requests.close();
        } catch (IOException e) {
            // It is gone already.
            end();
        }
        if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
            end();
        }
    }

    /** Ends it at once. */
    public void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
