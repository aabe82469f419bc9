package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.surefire.Recorded;
import io.github.surefoot.surefire.Samples;
import java.io.File;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.booter.BaseProviderFactory;
import org.apache.maven.surefire.api.cli.CommandLineOption;
import org.apache.maven.surefire.api.provider.CommandChainReader;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterConfiguration;
import org.apache.maven.surefire.api.report.ReporterFactory;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.DirectoryScannerParameters;
import org.apache.maven.surefire.api.testset.TestArtifactInfo;
import org.apache.maven.surefire.api.testset.TestListResolver;
import org.apache.maven.surefire.api.testset.TestRequest;
import org.apache.maven.surefire.api.util.DirectoryScanner;
import org.apache.maven.surefire.api.util.RunOrderCalculator;
import org.apache.maven.surefire.api.util.ScanResult;
import org.apache.maven.surefire.api.util.TestsToRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("deprecation") // What Surefire deprecates is passed on as long as it is there.
class JournallingParametersTest {
    private static final Map<Class<?>, Object> ANSWERS = Map.ofEntries(
            Map.entry(DirectoryScanner.class, silent(DirectoryScanner.class)),
            Map.entry(ScanResult.class, silent(ScanResult.class)),
            Map.entry(CommandChainReader.class, silent(CommandChainReader.class)),
            Map.entry(
                    DirectoryScannerParameters.class,
                    new DirectoryScannerParameters(new File("classes"), List.of(), List.of(), List.of(), "filesystem")),
            Map.entry(ReporterConfiguration.class, new ReporterConfiguration(new File("reports"), true)),
            Map.entry(TestRequest.class, new TestRequest(new File("src"), new TestListResolver("CartTest"), 3)),
            Map.entry(ClassLoader.class, JournallingParametersTest.class.getClassLoader()),
            Map.entry(Map.class, Map.of("groups", "fast")),
            Map.entry(TestArtifactInfo.class, new TestArtifactInfo("5.14", "")),
            Map.entry(List.class, List.of(CommandLineOption.REACTOR_FAIL_FAST)),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 30),
            Map.entry(boolean.class, true));

    private static <T> T silent(Class<T> type) {
        return new Recorded<>(type, (proxy, method, arguments) -> null).proxy();
    }

    static List<Method> everyPlainMethod() {
        return Arrays.stream(ProviderParameters.class.getMethods())
                .filter(method -> method.getReturnType() != ReporterFactory.class)
                .filter(method -> method.getReturnType() != RunOrderCalculator.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("everyPlainMethod")
    void everythingElseIsPassedOnAsItIs(Method method) throws ReflectiveOperationException {
        Recorded<ProviderParameters> surefire = new Recorded<>(
                ProviderParameters.class, (proxy, called, arguments) -> ANSWERS.get(called.getReturnType()));
        JournallingParameters parameters =
                new JournallingParameters(surefire.proxy(), listener -> listener, tests -> tests);
        assertThat(method.invoke(parameters))
                .isEqualTo(ANSWERS.get(method.getReturnType()))
                .isNotNull();
        assertThat(surefire.methods()).containsExactly(method.getName());
    }

    @Test
    @SuppressWarnings("rawtypes") // A class literal knows no type arguments.
    void ourListenerStandsBeforeSurefires() {
        TestReportListener theirs = silent(TestReportListener.class);
        TestReportListener ours = silent(TestReportListener.class);
        RunResult result = new RunResult(1, 0, 0, 0);
        Recorded<ReporterFactory> factory = new Recorded<>(
                ReporterFactory.class,
                (proxy, method, arguments) -> method.getName().equals("close") ? result : theirs);
        BaseProviderFactory surefire = new BaseProviderFactory(true);
        surefire.setReporterFactory(factory.proxy());
        @SuppressWarnings("unchecked")
        ReporterFactory wrapped = new JournallingParameters(
                        surefire,
                        listener -> {
                            assertThat(listener).isSameAs(theirs);
                            return ours;
                        },
                        tests -> tests)
                .getReporterFactory();
        assertThat(wrapped.createTestReportListener()).isSameAs(ours);
        assertThat(wrapped.close()).isSameAs(result);
    }

    @Test
    void ourOrderComesAfterSurefires() {
        TestsToRun scanned = new TestsToRun(new LinkedHashSet<>(Samples.ALL));
        TestsToRun ordered = new TestsToRun(new LinkedHashSet<>(Samples.ALL));
        TestsToRun ours = new TestsToRun(new LinkedHashSet<>(List.of()));
        RunOrderCalculator calculator = tests -> {
            assertThat(tests).isSameAs(scanned);
            return ordered;
        };
        ProviderParameters surefire =
                new Recorded<>(ProviderParameters.class, (proxy, method, arguments) -> calculator).proxy();
        RunOrderCalculator wrapped = new JournallingParameters(surefire, listener -> listener, tests -> {
                    assertThat(tests).isSameAs(ordered);
                    return ours;
                })
                .getRunOrderCalculator();
        assertThat(wrapped.orderTestClasses(scanned)).isSameAs(ours);
    }
}
