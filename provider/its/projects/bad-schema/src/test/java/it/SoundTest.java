package it;

import io.github.surefoot.worker.database.TestDatabase;
import org.junit.jupiter.api.Test;

class SoundTest {
    @Test
    void asksForTheDatabase() throws Exception {
        TestDatabase.current().dataSource().getConnection().close();
    }
}
