package io.github.surefoot.analysis.evidence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakenUpClassTest {
    private static final TestId NESTED = new TestId("shop.CartTest$Deeper", "adds");

    @Test
    void theOnlyOneThereIs() {
        assertThat(TakenUpClass.of(NESTED, "", List.of("shop.Suite"))).contains("shop.Suite");
    }

    @Test
    void oneThatTheIdentifierNames() {
        String id = "[engine:junit-jupiter]/[class:shop.Heir]/[nested-class:Deeper]/[method:adds()]";
        assertThat(TakenUpClass.of(NESTED, id, List.of("shop.CartTest", "shop.Heir")))
                .contains("shop.Heir");
    }

    @Test
    void elseAnEnclosingOne() {
        assertThat(TakenUpClass.of(NESTED, "", List.of("shop.PriceTest", "shop.CartTest")))
                .contains("shop.CartTest");
    }

    @Test
    void elseNone() {
        assertThat(TakenUpClass.of(NESTED, "", List.of("shop.PriceTest", "shop.StockTest")))
                .isEmpty();
        assertThat(TakenUpClass.of(NESTED, "", List.of())).isEmpty();
    }
}
