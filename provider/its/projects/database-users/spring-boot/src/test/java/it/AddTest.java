package it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.WorkerDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WorkerDatabase
class AddTest {
    @Autowired
    Carts carts;

    @Test
    void adds() {
        carts.add(2, "Ada", 20);
        assertThat(carts.total()).isEqualTo(30);
    }
}
