package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.core.protocol.WorkerProperty;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannedClassesTest {
    private static final List<Class<?>> FOUND =
            List.of(String.class, Integer.class, Double.class, Long.class, Character.class);

    @TempDir
    Path directory;

    private PlannedClasses plan(WorkerProperty property, Path file) {
        Map<String, String> properties = new HashMap<>();
        properties.put(WorkerProperty.PLAN.key(), directory.resolve("plan").toString());
        properties.put(property.key(), file.toString());
        return new PlannedClasses(new WorkerSettings(properties), getClass().getClassLoader());
    }

    private Path request(int index) throws IOException {
        Path file = directory.resolve("shard" + index);
        new ShardRequest(new Shard(index, 2), Map.of("java.lang.String", 90L, "java.lang.Long", 10L)).write(file);
        return file;
    }

    @Test
    void aShardTakesItsClassesInTheOrderOfTheScanAndWritesDownAll() throws IOException {
        List<Class<?>> first = plan(WorkerProperty.SHARD, request(1)).write(FOUND, 1);
        assertThat(first).containsExactly(String.class, Integer.class);
        assertThat(Files.readAllLines(directory.resolve("plan")))
                .containsExactly("java.lang.String", "java.lang.Integer");
        assertThat(Files.readAllLines(ShardRequest.whole(directory.resolve("plan"))))
                .containsExactly(
                        "java.lang.String",
                        "java.lang.Integer",
                        "java.lang.Double",
                        "java.lang.Long",
                        "java.lang.Character");

        List<Class<?>> all = new ArrayList<>(first);
        all.addAll(plan(WorkerProperty.SHARD, request(2)).write(FOUND, 1));
        assertThat(all).containsExactlyInAnyOrderElementsOf(FOUND);
    }

    @Test
    void namedClassesAreOfTheShardAlready() throws IOException {
        Path only = Files.writeString(directory.resolve("only"), "java.lang.Integer\n");
        assertThat(plan(WorkerProperty.ONLY, only).write(FOUND, 1)).containsExactly(Integer.class);
        assertThat(ShardRequest.whole(directory.resolve("plan"))).doesNotExist();
    }

    @Test
    void aRequestThatCannotBeReadIsTold() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> plan(WorkerProperty.SHARD, missing).write(FOUND, 1))
                .hasMessageContaining("Cannot read which shard")
                .hasMessageContaining(missing.toString());
    }
}
