package canary;

import io.github.surefoot.worker.secret.Secrets;
import java.util.List;
import java.util.stream.Stream;

/** The values that no output may show: one of the environment, one of settings.xml, one of a dotenv file. */
final class Canaries {
    private Canaries() {}

    static List<String> all() {
        return Stream.of("API_KEY", "JWT_SECRET_KEY", "JWT_ENCRYPTION_KEY")
                .map(Secrets::get)
                .toList();
    }

    static String joined() {
        return String.join(" and ", all());
    }
}
