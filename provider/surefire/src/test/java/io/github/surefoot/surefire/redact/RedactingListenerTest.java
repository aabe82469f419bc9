package io.github.surefoot.surefire.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.report.CategorizedReportEntry;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.junit.jupiter.api.Test;

class RedactingListenerTest {
    private static final String CANARY = "canary-0123456789";
    private static final Redactor REDACTOR =
            Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, CANARY)));

    private final List<Object> heard = new ArrayList<>();
    private final RedactingListener listener = new RedactingListener(recorder(), REDACTOR);

    @SuppressWarnings("unchecked")
    private TestReportListener<TestOutputReportEntry> recorder() {
        return (TestReportListener<TestOutputReportEntry>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TestReportListener.class}, (proxy, method, arguments) -> {
                    heard.addAll(Arrays.asList(arguments == null ? new Object[0] : arguments));
                    return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                });
    }

    private static TestSetReportEntry entry(String name, Throwable thrown) {
        return CategorizedReportEntry.reportEntry(
                RunMode.NORMAL_RUN,
                7L,
                "a.CartTest",
                "Cart " + CANARY,
                null,
                name,
                "shown " + name,
                null,
                RedactedStackTrace.of(thrown, Redactor.none()),
                3,
                thrown.getMessage(),
                Map.of("key." + CANARY, CANARY, "other", "value"));
    }

    @Test
    void whatStandsInPlaceOfAClassIsMaskedAndAClassIsNot() {
        for (String name : List.of("suite " + CANARY, RedactingListenerTest.class.getName())) {
            listener.testStarting(CategorizedReportEntry.reportEntry(
                    RunMode.NORMAL_RUN, 7L, name, null, name, "test", null, null, null, 3, null, Map.of()));
        }
        assertThat(heard)
                .extracting(entry -> ((ReportEntry) entry).getSourceName())
                .containsExactly("suite ***API_KEY***", RedactingListenerTest.class.getName());
        assertThat(((ReportEntry) heard.get(0)).getSourceQualifiedName()).isEqualTo("suite ***API_KEY***");

        Secret likeAClass = new Secret("NAMED", SecretSource.ENVIRONMENT, "RedactingListenerTest");
        heard.clear();
        new RedactingListener(recorder(), Redactor.of(List.of(likeAClass)))
                .testStarting(CategorizedReportEntry.reportEntry(
                        RunMode.NORMAL_RUN,
                        7L,
                        RedactingListenerTest.class.getName(),
                        null,
                        null,
                        "RedactingListenerTest",
                        null,
                        null,
                        null,
                        3,
                        null,
                        Map.of()));
        assertThat(((ReportEntry) heard.get(0)).getSourceName()).isEqualTo(RedactingListenerTest.class.getName());
        assertThat(((ReportEntry) heard.get(0)).getName()).isEqualTo("***NAMED***");
    }

    private void print(String text, boolean newLine) {
        listener.writeTestOutput(new TestOutputReportEntry(text, true, newLine, RunMode.NORMAL_RUN, 7L, "a#b"));
    }

    private String printed() {
        StringBuilder text = new StringBuilder();
        heard.stream()
                .filter(TestOutputReportEntry.class::isInstance)
                .map(TestOutputReportEntry.class::cast)
                .forEach(e -> text.append(e.getLog()).append(e.isNewLine() ? "\n" : ""));
        return text.toString();
    }

    @Test
    void namesMessagesTracesAndPropertiesAreMaskedAndTheClassIsNot() {
        Exception thrown = new IllegalStateException("bad " + CANARY, new RuntimeException("because of " + CANARY));
        listener.testFailed(entry("takes(" + CANARY + ")", thrown));
        listener.testSetCompleted(entry("set", thrown));
        ReportEntry failed = (ReportEntry) heard.get(0);
        assertThat(failed.getSourceName()).isEqualTo("a.CartTest");
        assertThat(failed.getSourceText()).isEqualTo("Cart ***API_KEY***");
        assertThat(failed.getName()).isEqualTo("takes(***API_KEY***)");
        assertThat(failed.getNameText()).isEqualTo("shown takes(***API_KEY***)");
        assertThat(failed.getMessage()).isEqualTo("bad ***API_KEY***");
        assertThat(failed.getElapsed()).isEqualTo(3);
        assertThat(failed.getTestRunId()).isEqualTo(7L);
        assertThat(failed.getStackTraceWriter().getThrowable().getMessage()).isEqualTo("bad ***API_KEY***");
        assertThat(failed.getStackTraceWriter().getThrowable().getTarget()).isSameAs(thrown);
        assertThat(failed.getStackTraceWriter().writeTraceToString())
                .contains("Caused by: java.lang.RuntimeException: because of ***API_KEY***")
                .doesNotContain(CANARY);
        assertThat(failed.getStackTraceWriter().writeTrimmedTraceToString()).doesNotContain(CANARY);
        assertThat(failed.getStackTraceWriter().smartTrimmedStackTrace()).doesNotContain(CANARY);
        assertThat(((TestSetReportEntry) heard.get(1)).getSystemProperties())
                .isEqualTo(Map.of("key.***API_KEY***", "***API_KEY***", "other", "value"));
    }

    @Test
    void outputIsMaskedAlsoWhenItComesBitByBit() {
        print("key=", false);
        CANARY.chars().forEach(c -> print(String.valueOf((char) c), false));
        print(".", true);
        print(CANARY, true);
        print("", true);
        assertThat(printed()).isEqualTo("key=***API_KEY***.\n***API_KEY***\n\n");
    }

    @Test
    void whatIsHeldBackIsShownWhenTheTestEnds() {
        print("can", false);
        assertThat(printed()).isEmpty();
        listener.testSucceeded(entry("set", new RuntimeException("x")));
        assertThat(printed()).isEqualTo("can");
        assertThat(((TestOutputReportEntry) heard.get(0)).getTestRunId()).isEqualTo(7L);
    }

    private static ReportEntry test(long id) {
        return CategorizedReportEntry.reportEntry(
                RunMode.NORMAL_RUN, id, "a.CartTest", null, null, "t" + id, null, null, null, 3, null, Map.of());
    }

    /** Two tests at once: what the other one does ends no line of this one. */
    @Test
    void aSecretThatIsPrintedInTwoPiecesIsMaskedWhateverOtherTestsDoMeanwhile() {
        listener.testStarting(test(7));
        print("can", false);
        listener.testStarting(test(8));
        print("ary-0123", false);
        listener.testSucceeded(test(8));
        listener.testSetCompleted(entry("set", new RuntimeException("x")));
        assertThat(printed()).isEmpty();
        print("456789", true);
        assertThat(printed()).isEqualTo("***API_KEY***\n");

        print("can", false);
        listener.testFailed(test(7));
        assertThat(printed()).isEqualTo("***API_KEY***\ncan");
    }

    @Test
    void whatNoTestIsKnownOfIsHeldBackWhileAnyIsAtWork() {
        listener.testStarting(test(8));
        listener.writeTestOutput(new TestOutputReportEntry("can", true, false, RunMode.NORMAL_RUN, null, "a#b"));
        listener.testStarting(test(9));
        listener.testSucceeded(test(8));
        assertThat(printed()).isEmpty();
        listener.testSucceeded(test(9));
        assertThat(printed()).isEqualTo("can");
    }

    @Test
    void whatSurefireLogsIsMasked() {
        listener.info("info " + CANARY);
        listener.error("error " + CANARY, new IllegalStateException(CANARY));
        listener.error(new IllegalStateException(CANARY));
        IllegalStateException harmless = new IllegalStateException("harmless");
        listener.error(harmless);
        assertThat(heard).hasSize(4).last().isSameAs(harmless);
        assertThat(heard.toString()).doesNotContain(CANARY).contains("info ***API_KEY***", "error ***API_KEY***");
    }

    @Test
    void whatIsThrownPastAllTestsIsMasked() {
        WorkerSecrets secrets = new WorkerSecrets(io.github.surefoot.core.secret.SecretSet.of(List.of()), REDACTOR, "");
        assertThat(secrets.masked(new IllegalStateException("harmless"))).isEmpty();
        assertThat(secrets.masked(new IllegalStateException("x", new RuntimeException(CANARY))))
                .get()
                .satisfies(e -> assertThat(e).hasMessageContaining("***API_KEY***"))
                .satisfies(e -> assertThat(e.toString()).doesNotContain(CANARY));
    }
}
