package io.github.surefoot.its;

import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Suites that nobody wrote for Surefoot: one round of each is, test by test, what plain Surefire makes of it. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class ForeignSuitesIT {
    @Test
    @OnProject(value = "foreign-commons-csv", jvms = Jvms.SHARING)
    void commonsCsv(Project project) {
        new SameOutcomes(project).hold(920);
    }

    @Test
    @OnProject(value = "foreign-commons-collections4", jvms = Jvms.SHARING)
    void commonsCollections(Project project) {
        new SameOutcomes(project).hold(12_000);
    }

    @Test
    @OnProject(value = "foreign-commons-codec", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "takes minutes")
    void commonsCodec(Project project) {
        new SameOutcomes(project).hold(1_000);
    }

    @Test
    @OnProject(value = "foreign-commons-io", jvms = Jvms.SHARING)
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true", disabledReason = "takes minutes")
    void commonsIo(Project project) {
        new SameOutcomes(project).hold(1_000);
    }
}
