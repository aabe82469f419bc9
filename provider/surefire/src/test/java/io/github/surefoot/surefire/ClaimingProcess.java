package io.github.surefoot.surefire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * A worker in a process of its own, which does as its {@link ClaimingWorker} says. It asks for each class, as Surefire's
 * forks do, and waits for an answer when it starts and when it ends one.
 */
final class ClaimingProcess implements Iterator<Class<?>>, ClaimedTests.Listener {
    private final BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream questions = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private String next = "";

    private TestsToRun queue() {
        return new TestsToRun(Set.of()) {
            @Override
            public Iterator<Class<?>> iterator() {
                return ClaimingProcess.this;
            }
        };
    }

    public static void main(String[] args) throws IOException {
        ClaimingProcess worker = new ClaimingProcess();
        try (RoundClaims claims = RoundClaims.open(Path.of(args[0]))) {
            new ClaimedTests(worker.queue(), claims, worker).iterator().forEachRemaining(type -> {});
        }
        worker.questions.println("done");
    }

    private String ask(String question) {
        questions.println(question);
        try {
            String answer = answers.readLine();
            return answer == null ? "" : answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        next = ask("next");
        return !next.isEmpty();
    }

    @Override
    public Class<?> next() {
        try {
            return Class.forName(next);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void starting(String className, int round) {
        ask("start " + className + " " + round);
    }

    @Override
    public void finished(String className) {
        ask("finish " + className);
    }
}
