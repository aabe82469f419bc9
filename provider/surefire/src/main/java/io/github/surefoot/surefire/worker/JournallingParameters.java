package io.github.surefoot.surefire.worker;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.maven.surefire.api.cli.CommandLineOption;
import org.apache.maven.surefire.api.provider.CommandChainReader;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterConfiguration;
import org.apache.maven.surefire.api.report.ReporterFactory;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.DirectoryScannerParameters;
import org.apache.maven.surefire.api.testset.TestArtifactInfo;
import org.apache.maven.surefire.api.testset.TestRequest;
import org.apache.maven.surefire.api.util.DirectoryScanner;
import org.apache.maven.surefire.api.util.RunOrderCalculator;
import org.apache.maven.surefire.api.util.ScanResult;
import org.apache.maven.surefire.api.util.TestsToRun;

/** What Surefire gave to the provider, with our listener before Surefire's and our order after its scan. */
final class JournallingParameters implements ProviderParameters {
    private final ProviderParameters surefire;
    private final UnaryOperator<TestReportListener<TestOutputReportEntry>> listener;
    private final UnaryOperator<TestsToRun> scanned;
    private final Supplier<ClassLoader> tests;
    private final Supplier<CommandChainReader> commands;

    /**
     * Wraps what Surefire gave.
     *
     * @param listener puts a listener before Surefire's
     * @param scanned says which of the classes that Surefire found are run, and how
     */
    JournallingParameters(
            ProviderParameters surefire,
            UnaryOperator<TestReportListener<TestOutputReportEntry>> listener,
            UnaryOperator<TestsToRun> scanned) {
        this(surefire, surefire::getTestClassLoader, surefire::getCommandReader, listener, scanned);
    }

    private JournallingParameters(
            ProviderParameters surefire,
            Supplier<ClassLoader> tests,
            Supplier<CommandChainReader> commands,
            UnaryOperator<TestReportListener<TestOutputReportEntry>> listener,
            UnaryOperator<TestsToRun> scanned) {
        this.surefire = surefire;
        this.tests = tests;
        this.commands = commands;
        this.listener = listener;
        this.scanned = scanned;
    }

    /** Returns what Surefire gave, with another loader of the tests, and commands for as long as they are. */
    static ProviderParameters with(ClassLoader tests, RoundCommands commands, ProviderParameters surefire) {
        return new JournallingParameters(
                surefire, () -> tests, () -> commands, UnaryOperator.identity(), UnaryOperator.identity());
    }

    @Override
    public ReporterFactory getReporterFactory() {
        ReporterFactory factory = surefire.getReporterFactory();
        return new ReporterFactory() {
            @Override
            public TestReportListener<TestOutputReportEntry> createTestReportListener() {
                return listener.apply(factory.createTestReportListener());
            }

            @Override
            public RunResult close() {
                return factory.close();
            }
        };
    }

    @Override
    @Deprecated
    public DirectoryScanner getDirectoryScanner() {
        return surefire.getDirectoryScanner();
    }

    @Override
    public ScanResult getScanResult() {
        return surefire.getScanResult();
    }

    @Override
    public RunOrderCalculator getRunOrderCalculator() {
        RunOrderCalculator calculator = surefire.getRunOrderCalculator();
        return classes -> scanned.apply(calculator.orderTestClasses(classes));
    }

    @Override
    @Deprecated
    public DirectoryScannerParameters getDirectoryScannerParameters() {
        return surefire.getDirectoryScannerParameters();
    }

    @Override
    public ReporterConfiguration getReporterConfiguration() {
        return surefire.getReporterConfiguration();
    }

    @Override
    public TestRequest getTestRequest() {
        return surefire.getTestRequest();
    }

    @Override
    public ClassLoader getTestClassLoader() {
        return tests.get();
    }

    @Override
    public Map<String, String> getProviderProperties() {
        return surefire.getProviderProperties();
    }

    @Override
    public TestArtifactInfo getTestArtifactInfo() {
        return surefire.getTestArtifactInfo();
    }

    @Override
    public List<CommandLineOption> getMainCliOptions() {
        return surefire.getMainCliOptions();
    }

    @Override
    public int getSkipAfterFailureCount() {
        return surefire.getSkipAfterFailureCount();
    }

    @Override
    public boolean isInsideFork() {
        return surefire.isInsideFork();
    }

    @Override
    public Integer getSystemExitTimeout() {
        return surefire.getSystemExitTimeout();
    }

    @Override
    public CommandChainReader getCommandReader() {
        return commands.get();
    }
}
