package it;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
public class Carts {
    private final JdbcTemplate jdbc;

    public Carts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void add(int id, String owner, int total) {
        jdbc.update("INSERT INTO cart VALUES (?, ?, ?)", id, owner, total);
    }

    public Integer total() {
        return jdbc.queryForObject("SELECT sum(total) FROM cart", Integer.class);
    }
}
