package it;

import static org.junit.Assert.assertNotEquals;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StrangeNamesTest {
    private static final String HALF_A_CHARACTER = "\ud800";

    @Parameter
    public String text;

    @Parameters(name = "{0}")
    public static List<String> texts() {
        return List.of(
                HALF_A_CHARACTER,
                "\udfff\ud83d",
                "\ud83d\ude00",
                "a\0b",
                "\ufffe",
                " ",
                "a\nb",
                "\u001b[31mred",
                "\u202egnp.exe",
                "</script><b>",
                "%s ${x} \\ud800",
                "::error::no");
    }

    @Test
    public void isWhole() {
        assertNotEquals("the first of them", HALF_A_CHARACTER, text);
    }
}
