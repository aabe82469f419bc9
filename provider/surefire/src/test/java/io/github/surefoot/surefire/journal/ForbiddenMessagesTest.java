package io.github.surefoot.surefire.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForbiddenMessagesTest {
    private static List<String> found(String setting, String text) {
        List<String> found = new ArrayList<>();
        ForbiddenMessages.parse(Optional.of(setting)).findIn(text, found::add);
        return found;
    }

    @Test
    void aTextIsFoundWhateverItsCase() {
        assertThat(found("unable to open database file", "[SQLITE_CANTOPEN] Unable to OPEN database file (x)"))
                .containsExactly("unable to open database file");
    }

    @Test
    void aTextIsNoExpression() {
        assertThat(found("a.c (d)", "abc (d)")).isEmpty();
        assertThat(found("a.c (d)", "a.c (d)")).containsExactly("a.c (d)");
    }

    @Test
    void anExpressionStandsBetweenSlashes() {
        assertThat(found("/port \\d+ in use/", "port 8080 in use")).containsExactly("/port \\d+ in use/");
        assertThat(found("/port \\d+ in use/", "port http in use")).isEmpty();
        assertThat(found("/Port/", "port")).as("case counts in an expression").isEmpty();
    }

    @Test
    void twoSlashesAreAText() {
        assertThat(found("//", "http://example")).containsExactly("//");
    }

    @Test
    void entriesAreSeparatedByCommasOrLineBreaks() {
        assertThat(found(" one ,\n two\n, three", "three one two")).containsExactly("one", "two", "three");
    }

    @Test
    void aPatternIsReportedOnceATextHoweverOftenItOccurs() {
        assertThat(found("one", "one one one")).containsExactly("one");
    }

    @Test
    void withoutTheSettingNothingIsForbidden() {
        List<String> found = new ArrayList<>();
        ForbiddenMessages.parse(Optional.empty()).findIn("unable to open database file", found::add);
        assertThat(found).isEmpty();
        assertThat(found(" , ", "a, b")).isEmpty();
    }
}
