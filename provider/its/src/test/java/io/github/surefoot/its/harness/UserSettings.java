package io.github.surefoot.its.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The settings of the real Mavens: the user's own (mirrors, proxies), with the local repository of the build around
 * as the first repository to ask, so that nothing is downloaded twice.
 */
final class UserSettings {
    private static final String PROFILE = "what-the-build-around-has";

    private UserSettings() {}

    /** Writes the settings if this build has not yet. */
    static synchronized Path of(Workspace workspace) throws IOException {
        Path file = workspace.directory().resolve("settings.xml");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Document settings = read(Path.of(System.getProperty("user.home"), ".m2", "settings.xml"));
            addProfile(settings, workspace.outerRepository().toUri().toString());
            Files.createDirectories(workspace.directory());
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(settings), new StreamResult(file.toFile()));
            return file;
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException("No settings for the real Mavens", e);
        }
    }

    private static Document read(Path users) throws ParserConfigurationException, IOException, SAXException {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        if (Files.exists(users)) {
            return builder.parse(users.toFile());
        }
        Document empty = builder.newDocument();
        empty.appendChild(empty.createElement("settings"));
        return empty;
    }

    private static void addProfile(Document settings, String url) {
        Element profile = add(child(settings.getDocumentElement(), "profiles"), "profile");
        add(profile, "id").setTextContent(PROFILE);
        repository(add(profile, "repositories"), "repository", url);
        repository(add(profile, "pluginRepositories"), "pluginRepository", url);
        add(child(settings.getDocumentElement(), "activeProfiles"), "activeProfile")
                .setTextContent(PROFILE);
    }

    private static void repository(Element parent, String element, String url) {
        Element repository = add(parent, element);
        add(repository, "id").setTextContent(PROFILE);
        add(repository, "url").setTextContent(url);
        for (String kind : new String[] {"releases", "snapshots"}) {
            Element policy = add(repository, kind);
            add(policy, "enabled").setTextContent(String.valueOf(kind.equals("releases")));
            add(policy, "updatePolicy").setTextContent("never");
            add(policy, "checksumPolicy").setTextContent("ignore");
        }
    }

    private static Element child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element element && name.equals(element.getTagName())) {
                return element;
            }
        }
        return add(parent, name);
    }

    private static Element add(Element parent, String name) {
        Element element = parent.getOwnerDocument().createElement(name);
        parent.appendChild(element);
        return element;
    }
}
