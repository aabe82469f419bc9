package it.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.secret.Secrets;
import org.apache.ibatis.annotations.Insert;
import org.junit.jupiter.api.Test;

@WorkerDatabase
class OtherIT {
    interface Carts {
        @Insert("INSERT INTO cart (name) VALUES (#{name})")
        int add(String name);
    }

    /** The schema and the secret are declared in the POM. */
    @Test
    void hasTheSettingsOfThePom(Carts carts) {
        assertEquals(1, carts.add("mine"));
        assertFalse(Secrets.get("API_KEY").isEmpty());
    }
}
