package io.github.surefoot.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ForbiddenPatternTest {
    @Test
    void entriesAreSeparatedByCommasOrLineBreaks() {
        assertThat(ForbiddenPattern.parse("database is locked, out of space\n  gone ,,"))
                .extracting(ForbiddenPattern::text)
                .containsExactly("database is locked", "out of space", "gone");
    }

    @Test
    void anExpressionMayHoldCommas() {
        assertThat(ForbiddenPattern.parse("/a{1,2}b/, c, /d/"))
                .extracting(ForbiddenPattern::text)
                .containsExactly("/a{1,2}b/", "c", "/d/");
    }

    @Test
    void aTextIsFoundWhateverItsCaseAndAsItIs() {
        ForbiddenPattern pattern = ForbiddenPattern.parse("a.b").get(0);
        assertThat(pattern.occursIn("xA.Bx")).isTrue();
        assertThat(pattern.occursIn("axb")).isFalse();
    }

    @Test
    void anExpressionIsAnExpression() {
        ForbiddenPattern pattern = ForbiddenPattern.parse("/lock(ed)? by \\d+/").get(0);
        assertThat(pattern.occursIn("it is locked by 4711")).isTrue();
        assertThat(pattern.occursIn("it is locked by me")).isFalse();
    }

    @Test
    void nothingIsForbiddenByAnEmptySetting() {
        assertThat(ForbiddenPattern.parse(" , \n")).isEmpty();
    }

    @Test
    void anExpressionThatCannotBeUsedIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForbiddenPattern.parse("fine, /(/"))
                .withMessageStartingWith("surefoot.forbidden has the expression '/(/', but Unclosed group")
                .withMessageContaining("leave the slashes out");
    }
}
