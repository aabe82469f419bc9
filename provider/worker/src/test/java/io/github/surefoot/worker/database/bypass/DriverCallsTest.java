package io.github.surefoot.worker.database.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.worker.database.engine.sqlite.SqliteEngine;
import io.github.surefoot.worker.usage.CartMapper;
import io.github.surefoot.worker.usage.WaysPast;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverCallsTest {
    private static final DriverCalls CALLS =
            new DriverCalls(new SqliteEngine().driver(), DriverCallsTest.class.getClassLoader());
    private static final String CANNOT_BE_OPENED = "jdbc:sqlite:/no/such/directory/db";

    @Test
    void names_the_very_lines_that_stack_traces_name() throws Exception {
        List<String> traced = new ArrayList<>();
        for (WaysPast.Way way : WaysPast.all()) {
            try {
                way.open(CANNOT_BE_OPENED);
            } catch (SQLException e) {
                traced.add(lineIn(WaysPast.class, e));
            }
        }
        assertThat(traced).hasSameSizeAs(WaysPast.all());
        assertThat(CALLS.in(WaysPast.class.getName()))
                .filteredOn(line -> !line.contains("$Maker"))
                .containsExactlyInAnyOrderElementsOf(traced);
    }

    private static String lineIn(Class<?> type, Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(type.getName())) {
                return frame.toString();
            }
        }
        throw new AssertionError("Not in the stack trace", thrown);
    }

    @Test
    void names_where_a_data_source_is_made_that_others_use() throws Exception {
        assertThat(CALLS.reachableFrom(WaysPast.Caller.class.getName()))
                .anyMatch(line -> line.startsWith(WaysPast.Maker.class.getName() + ".make(WaysPast.java:"));
    }

    @Test
    void looks_everywhere_if_the_class_leads_to_none() throws Exception {
        assertThat(CALLS.in(CartMapper.class.getName())).isEmpty();
        assertThat(CALLS.reachableFrom(CartMapper.class.getName()))
                .anyMatch(line -> line.startsWith(WaysPast.Maker.class.getName()));
    }

    @Test
    void libraries_are_not_looked_through() throws Exception {
        assertThat(CALLS.reachableFrom("org.sqlite.JDBC")).isEmpty();
        assertThat(CALLS.in("no.such.Class")).isEmpty();
    }
}
