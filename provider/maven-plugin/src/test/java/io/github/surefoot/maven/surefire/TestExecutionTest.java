package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestExecutionTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            default-test,      SUREFIRE, default-test, ''
            slow,              SUREFIRE, slow,         surefire-slow
            failsafe,          FAILSAFE, default,      failsafe
            failsafe:slow-its, FAILSAFE, slow-its,     failsafe-slow-its
            """)
    void isReadAsItIsToldAndHasADirectoryOfItsOwn(String text, TestPlugin plugin, String id, String directory) {
        TestExecution execution = TestExecution.parse(" " + text);
        assertThat(execution).isEqualTo(new TestExecution(plugin, id));
        assertThat(execution.text()).isEqualTo(text);
        assertThat(execution.directory()).isEqualTo(directory);
    }

    @Test
    void thePluginMayBeNamedWhereItNeedNot() {
        assertThat(TestExecution.parse("surefire:slow")).isEqualTo(TestExecution.parse("slow"));
        assertThat(TestExecution.parse("failsafe:default")).isEqualTo(TestExecution.parse("failsafe"));
        assertThat(TestExecution.parse("surefire")).isEqualTo(TestExecution.parse("default-test"));
    }

    @Test
    void anIdThatIsNoFileNameGetsOneThatNoOtherHas() {
        String one = new TestExecution(TestPlugin.FAILSAFE, "../its").directory();
        String other = new TestExecution(TestPlugin.FAILSAFE, "..\\its").directory();
        assertThat(one).matches("failsafe-\\.\\._its-[0-9a-f]{8}").isNotEqualTo(other);
    }

    @Test
    void itsSuiteHasTheNameOfTheModuleAndItsOwn() {
        assertThat(TestExecution.parse("default-test").suite("shop:shop")).isEqualTo("shop:shop");
        assertThat(TestExecution.parse("failsafe:slow").suite("shop:shop")).isEqualTo("shop:shop (failsafe:slow)");
    }
}
