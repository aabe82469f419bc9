package io.github.surefoot.maven.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.maven.round.FakeSurefire;
import io.github.surefoot.maven.surefire.Surefire;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** What JVMs that are started like a worker have otherwise than it. */
class WorkerLookupTest {
    private static Surefire surefire(String systemLoader) {
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        Xpp3Dom parameter = new Xpp3Dom("useSystemClassLoader");
        parameter.setValue(systemLoader);
        configuration.addChild(parameter);
        return new FakeSurefire().surefire(configuration);
    }

    @Test
    void aLoaderOfSurefiresIsNamedThatTheyHaveNot() {
        assertThat(WorkerLookup.otherwise(surefire("false")))
                .hasValueSatisfying(told -> assertThat(told).contains("useSystemClassLoader"));
    }

    @Test
    void elsewhereNothingIsOtherwise() {
        assertThat(WorkerLookup.otherwise(surefire("true"))).isEmpty();
        assertThat(WorkerLookup.otherwise(new FakeSurefire().surefire(new Xpp3Dom("configuration"))))
                .isEmpty();
    }
}
