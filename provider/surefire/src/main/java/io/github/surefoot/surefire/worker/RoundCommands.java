package io.github.surefoot.surefire.worker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.surefire.api.provider.CommandChainReader;
import org.apache.maven.surefire.api.provider.CommandListener;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What Maven commands, told to one round. Surefire keeps whoever listens to the end of the JVM, and its provider listens anew
 * in each round, with the classes of that round.
 */
final class RoundCommands implements CommandChainReader {
    private final CommandChainReader surefire;
    private final List<AtomicReference<@Nullable CommandListener>> listeners = new CopyOnWriteArrayList<>();

    RoundCommands(CommandChainReader surefire) {
        this.surefire = surefire;
    }

    @Override
    public boolean awaitStarted() throws TestSetFailedException {
        return surefire.awaitStarted();
    }

    @Override
    public void addSkipNextTestsListener(CommandListener listener) {
        surefire.addSkipNextTestsListener(untilTheEndOfTheRound(listener));
    }

    @Override
    public void addShutdownListener(CommandListener listener) {
        surefire.addShutdownListener(untilTheEndOfTheRound(listener));
    }

    private CommandListener untilTheEndOfTheRound(CommandListener listener) {
        AtomicReference<@Nullable CommandListener> held = new AtomicReference<>(listener);
        listeners.add(held);
        return command -> {
            @Nullable CommandListener listening = held.get();
            if (listening != null) {
                listening.update(command);
            }
        };
    }

    /** Lets go of whoever listens: the round is over. */
    void roundOver() {
        listeners.forEach(held -> held.set(null));
        listeners.clear();
    }
}
