package io.github.surefoot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndOfBuildTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final List<String> told = new ArrayList<>();

    private final ExecutionListener others = new AbstractExecutionListener() {
        @Override
        public void projectSucceeded(@Nullable ExecutionEvent event) {
            told.add("project");
        }

        @Override
        public void sessionEnded(@Nullable ExecutionEvent event) {
            told.add("session");
            if (event == null) {
                throw new IllegalStateException("of somebody else");
            }
        }
    };

    @SuppressWarnings({"deprecation", "NullAway"}) // A session without a container, of which nothing is asked.
    private ExecutionListener listening(@Nullable ExecutionListener before) {
        request.setExecutionListener(before);
        EndOfBuild.of(
                new MavenSession(null, null, request, new DefaultMavenExecutionResult()), () -> told.add("the end"));
        return request.getExecutionListener();
    }

    @Test
    @SuppressWarnings("NullAway") // The event says nothing to these listeners.
    void comesAfterAllOthersAndLeavesThemTheirs() {
        ExecutionListener listener = listening(others);
        listener.projectSucceeded(null);
        assertThatThrownBy(() -> listener.sessionEnded(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of somebody else");

        assertThat(told).containsExactly("project", "session", "the end");
    }

    @Test
    @SuppressWarnings("NullAway") // As above.
    void nobodyElseNeedListen() {
        listening(null).sessionEnded(null);
        assertThat(told).containsExactly("the end");
    }
}
