package io.github.surefoot.worker.database.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.WorkerDatabase;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.RecordingContext;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.mapper.PlainMapper;
import io.github.surefoot.worker.database.mapper.XmlMapper;
import io.github.surefoot.worker.usage.CartMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MyBatis knows the same mappers, whatever was asked for before: each test here asks a new database first of all. */
class KnownMappersTest {
    private static final Scope SCOPE = Scope.of(KnownMappersTest.class, "");

    @TempDir
    private Path directory;

    private DatabaseService service;
    private ScopedDatabase database;

    /** Is annotated itself. */
    @Mapper
    public interface Annotated {
        /** Counts items. */
        @Select("SELECT count(*) FROM item")
        int onlyHere();
    }

    /** Has annotated methods, which it inherits. */
    public interface Inheriting extends PlainMapper {}

    /** Is called a mapper, and is none. */
    public interface NoMapper {
        /** Does nothing. */
        int count();
    }

    @WorkerDatabase(mappers = PlainMapper.class)
    private static class Naming {}

    @BeforeEach
    void start() {
        service = new RecordingContext(directory).start();
        database = service.database(SCOPE);
    }

    @AfterEach
    void close() throws Exception {
        service.close(Duration.ofSeconds(15));
    }

    @Test
    void a_session_gives_each_ordinary_mapper_at_once() {
        try (SqlSession session = database.openSession()) {
            assertThat(session.getMapper(CartMapper.class).names()).hasSize(2);
            assertThat(session.getMapper(PlainMapper.class).count()).isEqualTo(2);
            assertThat(session.getMapper(XmlMapper.class).count()).isEqualTo(2);
            assertThat(session.getMapper(Annotated.class).onlyHere()).isZero();
        }
    }

    @Test
    void a_statement_is_found_by_its_name_though_nobody_asked_for_its_mapper() {
        try (SqlSession session = database.openSession()) {
            assertThat(session.<Integer>selectOne(Annotated.class.getName() + ".onlyHere"))
                    .isZero();
        }
    }

    @Test
    void a_short_name_is_found_or_ambiguous_whatever_was_asked_for_before() {
        try (SqlSession session = database.openSession()) {
            assertThat(session.<Integer>selectOne("onlyHere")).isZero();
        }
    }

    @Test
    void the_configuration_lists_them_from_the_first_moment() {
        Configuration configuration = database.sqlSessionFactory().getConfiguration();
        List<Class<?>> known = List.copyOf(configuration.getMapperRegistry().getMappers());

        assertThat(known).contains(CartMapper.class, Annotated.class);
        assertThat(configuration.getMappedStatementNames()).contains(Annotated.class.getName() + ".onlyHere");
        assertThat(configuration.hasStatement(CartMapper.class.getName() + ".add"))
                .isTrue();
    }

    @Test
    void an_ordinary_mapper_needs_no_annotation_of_its_own() {
        assertThat(database.mapper(PlainMapper.class).count()).isEqualTo(2);
        assertThat(database.mapper(XmlMapper.class).count()).isEqualTo(2);
        assertThat(database.mapper(Inheriting.class).count()).isEqualTo(2);
        assertThat(service.database(Scope.of(Naming.class, ""))
                        .mapper(PlainMapper.class)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void what_is_no_mapper_is_named_with_the_mend() {
        assertThat(database.isMapper(NoMapper.class)).isFalse();
        assertThatThrownBy(() -> database.mapper(NoMapper.class))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContainingAll(
                        NoMapper.class.getName() + " is no known MyBatis mapper",
                        "KnownMappersTest$NoMapper.xml",
                        "surefoot.database.mapperXml");
    }
}
