// Leaves of the two flavours the one that was asked for.
import java.nio.file.Files
import java.nio.file.Path

Path root = Path.of(request.outputDirectory, request.artifactId)
String code = request.properties['package'].toString().replace('.', '/')
boolean spring = request.properties['flavour'] == 'spring-boot'

def plain = [
        "src/main/java/$code/http", "src/test/java/$code/http",
        "src/main/java/$code/ServerMain.java", "src/main/java/$code/ServerSettings.java",
        "src/test/java/$code/ServerSettingsTest.java"]
def springBoot = [
        "src/main/java/$code/web", "src/test/java/$code/web",
        "src/main/java/$code/ContextApplication.java", 'src/main/resources/application.properties']

(spring ? plain : springBoot).each { place ->
    File file = root.resolve(place.toString()).toFile()
    file.directory ? file.deleteDir() : file.delete()
}

if (spring) {
    Path readme = root.resolve('README.md')
    String text = Files.readString(readme)
    [
            "| `http/` | the server: the JDK's own, JSON in and out |": '| `web/` | the server: Spring Boot, JSON in and out |',
            'mvn -q compile exec:java': 'mvn -q spring-boot:run'
    ].each { was, becomes ->
        if (!text.contains(was)) {
            throw new IllegalStateException("README.md has no '$was' to replace")
        }
        text = text.replace(was, becomes)
    }
    Files.writeString(readme, text)
}
