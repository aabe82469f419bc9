package io.github.surefoot.surefire.claim;

import io.github.surefoot.surefire.order.ClassList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A worker in a process of its own, which does as its {@link ClaimingWorker} says: it runs some rounds of a plan, and
 * waits for an answer when it starts and when it ends a class.
 */
final class ClaimingProcess implements ClaimedTests.Listener {
    private final BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream questions = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] args) throws IOException {
        ClaimingProcess worker = new ClaimingProcess();
        int last = Integer.parseInt(args[1]);
        try (RoundClaims claims = RoundClaims.open(Path.of(args[0]))) {
            ClassClaimant claimant =
                    new ClassClaimant(claims, 1, round -> claims.classes(), round -> round < last ? round + 1 : 0);
            new ClaimedTests(
                            claims,
                            claimant,
                            () -> false,
                            name -> ClassList.load(name, ClaimingProcess.class.getClassLoader()),
                            worker)
                    .iterator()
                    .forEachRemaining(type -> {});
        }
        worker.questions.println("done");
    }

    private void ask(String question) {
        questions.println(question);
        try {
            answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
