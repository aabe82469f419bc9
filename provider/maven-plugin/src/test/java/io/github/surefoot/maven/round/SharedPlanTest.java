package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.protocol.PlanDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedPlanTest {
    @TempDir
    private Path root;

    private SharedPlan plan = new SharedPlan(Path.of(""), 1, 1);

    @BeforeEach
    void ofThreeClasses() throws IOException {
        plan = new SharedPlan(root.resolve("a.plan"), 2, 5);
        plan.add("A", 1);
        plan.add("B", 4);
        plan.add("C", 1);
        plan.add("done", 5);
        plan.write();
    }

    private void taken(int... rounds) throws IOException {
        ByteBuffer counts = ByteBuffer.allocate(rounds.length * Integer.BYTES);
        for (int round : rounds) {
            counts.putInt(round);
        }
        Files.write(PlanDirectory.claims(plan.file()), counts.array());
    }

    @Test
    void aClassBeginsWhereItIsToBegin() throws IOException {
        assertThat(plan.classes()).containsExactly("A", "B", "C");
        assertThat(plan.firstLeft()).isEqualTo(2);
        assertThat(plan.left()).isEqualTo(Map.of("A", 1, "B", 4, "C", 1));
        assertThat(plan.turnsLeft()).isEqualTo(9);
        assertThat(new SharedPlan(root, 1, 5).isEmpty()).isTrue();
    }

    @Test
    void whatWorkersHaveTakenUpIsNotLeft() throws IOException {
        taken(5, 5, 3);

        assertThat(plan.left()).isEqualTo(Map.of("C", 3));
        assertThat(plan.turnsLeft()).isEqualTo(2);
    }

    @Test
    void aClassThatIsClosedIsLeftToOthers() throws IOException {
        plan.close("B");
        plan.close("C");
        plan.close("unknown");

        assertThat(plan.left()).isEqualTo(Map.of("A", 1));
    }

    @Test
    void withoutTheFileNothingWasDone() throws IOException {
        Files.delete(PlanDirectory.claims(plan.file()));

        assertThat(plan.turnsLeft()).isEqualTo(9);
    }
}
