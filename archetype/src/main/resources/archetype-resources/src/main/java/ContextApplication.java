package ${package};

import ${package}.security.AccessTokens;
import ${package}.security.ApiKeyCheck;
import ${package}.security.RequestGuard;
import ${package}.security.ServerKeys;
import ${package}.security.ShareTokens;
import ${package}.session.SessionService;
import ${package}.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server from the environment, and says of what it is made. */
@SpringBootApplication
@EnableScheduling
public class ContextApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContextApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ServerKeys keys(Environment environment) {
        return ServerKeys.from(environment::getProperty);
    }

    @Bean
    SqlSessionFactory database(DataSource source, @Value("#[[${context.database}]]#") Path file) {
        return Database.on(source, file);
    }

    @Bean
    SessionService sessions(SqlSessionFactory database, Clock clock) {
        return new SessionService(database, clock);
    }

    @Bean
    AccessTokens accessTokens(ServerKeys keys, Clock clock) {
        return new AccessTokens(keys, clock);
    }

    @Bean
    ShareTokens shareTokens(ServerKeys keys, Clock clock) {
        return new ShareTokens(keys, clock);
    }

    @Bean
    RequestGuard guard(ServerKeys keys, AccessTokens tokens, ShareTokens shares) {
        return new RequestGuard(new ApiKeyCheck(keys), tokens, shares);
    }
}
