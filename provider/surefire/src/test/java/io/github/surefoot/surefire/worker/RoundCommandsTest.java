package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.surefire.api.booter.Command;
import org.apache.maven.surefire.api.provider.CommandChainReader;
import org.apache.maven.surefire.api.provider.CommandListener;
import org.junit.jupiter.api.Test;

class RoundCommandsTest {
    private final List<CommandListener> skips = new ArrayList<>();
    private final List<CommandListener> ends = new ArrayList<>();
    private final RoundCommands commands = new RoundCommands(new CommandChainReader() {
        @Override
        public boolean awaitStarted() {
            return true;
        }

        @Override
        public void addSkipNextTestsListener(CommandListener listener) {
            skips.add(listener);
        }

        @Override
        public void addShutdownListener(CommandListener listener) {
            ends.add(listener);
        }
    });

    private final List<String> told = new ArrayList<>();

    private void maven(List<CommandListener> listeners) {
        listeners.forEach(listener -> listener.update(Command.TEST_SET_FINISHED));
    }

    @Test
    void aRoundHearsWhatMavenCommandsAsLongAsItLasts() throws Exception {
        commands.addSkipNextTestsListener(command -> told.add("skip"));
        commands.addShutdownListener(command -> told.add("end"));
        assertThat(commands.awaitStarted()).isTrue();

        maven(skips);
        assertThat(told).containsExactly("skip");
        maven(ends);
        assertThat(told).containsExactly("skip", "end");

        commands.roundOver();
        maven(skips);
        maven(ends);
        assertThat(told).as("nobody listens any more").hasSize(2);
    }
}
