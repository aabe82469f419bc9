package it;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class A04LocaleTest {
    @Test
    void passes() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    }
}
