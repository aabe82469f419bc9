package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a newcomer does, by the commands of the guide: generate the service, judge it, make it flaky, see it again. */
@OnProject(value = "empty", jvms = Jvms.SHARING)
@Order(1)
class ArchetypeIT {
    private static final Pattern GUEST_BOOK =
            Pattern.compile("```java\n(.*?class GuestBookTest.*?)```", Pattern.DOTALL);
    private static final Pattern REPLAY = Pattern.compile("mvn (surefoot:replay) (-Dsurefoot\\.worker=\\S+)");

    @Test
    void theFirstHourOfANewcomer(Project place) throws IOException {
        Project service = generate(place);

        assertThat(service.file(".gitignore")).content().contains(".surefoot/");
        assertThat(service.file(".github/workflows/tests.yml")).content().contains("-Preliability");
        assertThat(service.file(".mvn/jvm.config")).hasContent("-XX:TieredStopAtLevel=1");
        assertThat(service.file("surefoot-exceptions.yaml")).content().contains("#  - test:");
        assertThat(service.file("src/main/java/com/example/context/web")).doesNotExist();
        assertThat(service.file("src/main/resources/application.properties")).doesNotExist();
        isReliable(service);

        Files.writeString(
                service.file("src/test/java/GuestBookTest.java"),
                first(GUEST_BOOK, Files.readString(service.file("README.md"))).group(1));
        Build flaky =
                inAnEmptyEnvironment(service, GuideCommand.SHUFFLED.with()).fails();
        assertThat(flaky.verdict().test("GuestBookTest.startsEmpty").status()).isEqualTo("flaky");
        assertThat(flaky.verdict().named("flaky")).containsExactly("GuestBookTest.startsEmpty");

        Matcher replay = first(REPLAY, String.join("\n", flaky.log()));
        assertThat(GuideCommand.REPLAY.with()).hasSize(2).startsWith(replay.group(1));
        Build again =
                inAnEmptyEnvironment(service, replay.group(1), replay.group(2)).fails();
        assertThat(again.lines("GuestBookTest\\.startsEmpty"))
                .as("the failure is seen again: %s", again)
                .isNotEmpty();

        Build loop = inAnEmptyEnvironment(service, GuideCommand.LOOP.with("-Dsurefoot.seed=13"))
                .fails();
        assertThat(loop.lines("\\[ERROR] FAILED GuestBookTest\\.startsEmpty in run \\d+, after "))
                .as(loop.tail())
                .hasSize(1);
    }

    /** The same service on Spring Boot: its tests hold, and what is of the other flavour is not there. */
    @Test
    void theSameOnSpringBoot(Project place) throws IOException {
        Project service = generate(place, "-Dflavour=spring-boot", "-DartifactId=spring-context");

        assertThat(service.file("src/main/java/com/example/context/http")).doesNotExist();
        assertThat(service.file("README.md")).content().contains("mvn -q spring-boot:run", "`web/`");
        Build build = inAnEmptyEnvironment(service, GuideCommand.ONCE.with()).passes();
        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict()
                        .test("SessionControllerTest.keepsAConversation")
                        .status())
                .isEqualTo("reliable");
        assertThat(build.verdict().json().path("databases").path("created").asInt())
                .isPositive();
    }

    static Project generate(Project place) {
        return generate(place, "-DartifactId=shared-context");
    }

    private static Project generate(Project place, String... more) {
        place.run(GuideCommand.GENERATE.with(more)).passes();
        return place.inside(more[more.length - 1].replace("-DartifactId=", ""));
    }

    private static void isReliable(Project service) {
        Build build = inAnEmptyEnvironment(service, GuideCommand.JUDGED.with()).passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict().roundsCompleted()).isEqualTo(5);
        assertThat(build.verdict().tests()).hasSizeGreaterThan(25).allSatisfy(test -> assertThat(test.outcomes())
                .as(test.shortName())
                .hasSize(5));
        JsonNode json = build.verdict().json();
        assertThat(json.path("categories").fieldNames()).toIterable().contains("unit", "integration", "security");
        assertThat(json.path("databases").path("created").asInt())
                .as("a database of its own for every worker")
                .isGreaterThanOrEqualTo(5);
        assertThat(json.path("secrets").findValuesAsText("name"))
                .isEqualTo(List.of("API_KEY", "JWT_SECRET_KEY", "JWT_ENCRYPTION_KEY"));
    }

    private static Build inAnEmptyEnvironment(Project service, String... arguments) {
        return service.maven()
                .warm()
                .environment("API_KEY", "")
                .environment("JWT_SECRET_KEY", "")
                .environment("JWT_ENCRYPTION_KEY", "")
                .run(arguments);
    }

    private static Matcher first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in:%n%s", pattern, text).isTrue();
        return matcher;
    }
}
