package it;

import org.jdbi.v3.core.Jdbi;

public class Carts {
    private final Jdbi jdbi;

    public Carts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(int id, String owner, int total) {
        jdbi.useTransaction(handle -> handle.execute("INSERT INTO cart VALUES (?, ?, ?)", id, owner, total));
    }

    public int total() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sum(total) FROM cart").mapTo(Integer.class).one());
    }
}
