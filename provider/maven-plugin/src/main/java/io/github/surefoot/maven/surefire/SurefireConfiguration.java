package io.github.surefoot.maven.surefire;

import io.github.surefoot.core.protocol.InternalNames;
import io.github.surefoot.core.protocol.MaskingChannel;
import io.github.surefoot.core.secret.SecretsFile;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A copy of the user's own Surefire configuration, to be changed without touching the project. */
public final class SurefireConfiguration {
    /** A class of Surefire's. */
    private static final String XML_REPORTER = "org.apache.maven.plugin.surefire.extensions.SurefireStatelessReporter";

    /** The elements whose own elements reach workers as properties. */
    private static final List<String> FOR_WORKERS =
            List.of("properties", "systemProperties", "systemPropertyVariables");

    private final Xpp3Dom dom;

    private SurefireConfiguration(Xpp3Dom dom) {
        this.dom = dom;
    }

    /** Copies what the project has configured; nothing if it has not. */
    static SurefireConfiguration copyOf(@Nullable Object configuration) {
        Xpp3Dom copy = configuration instanceof Xpp3Dom xml ? new Xpp3Dom(xml) : new Xpp3Dom("configuration");
        FOR_WORKERS.forEach(name -> removeInternal(copy.getChild(name)));
        return new SurefireConfiguration(copy);
    }

    /** Takes out what a worker would take for Surefoot's: what Surefoot does not tell it must be absent. */
    private static void removeInternal(@Nullable Xpp3Dom properties) {
        if (properties == null) {
            return;
        }
        for (int i = properties.getChildCount() - 1; i >= 0; i--) {
            Xpp3Dom property = properties.getChild(i);
            @Nullable Xpp3Dom name = property.getChild("name");
            @Nullable String named = name == null ? property.getName() : name.getValue();
            if (named != null && InternalNames.contain(named.strip())) {
                properties.removeChild(i);
            }
        }
    }

    /** Returns what is set. */
    Set<String> names() {
        return Arrays.stream(dom.getChildren())
                .map(Xpp3Dom::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the value of an element that has one. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(dom.getChild(name)).map(Xpp3Dom::getValue).map(String::strip);
    }

    /** Returns the values of a list, joined by commas, however its elements are called. */
    public Optional<String> list(String name) {
        return Optional.ofNullable(dom.getChild(name))
                .map(list -> list.getChildCount() == 0
                        ? Objects.requireNonNullElse(list.getValue(), "")
                        : Arrays.stream(list.getChildren())
                                .map(Xpp3Dom::getValue)
                                .filter(Objects::nonNull)
                                .map(String::strip)
                                .collect(Collectors.joining(",")))
                .filter(value -> !value.isBlank());
    }

    /** Returns the names of the elements with such a text in them, at any depth. */
    List<String> elementsWith(Predicate<String> text) {
        return Arrays.stream(dom.getChildren())
                .filter(child -> text.test(child.toString()))
                .map(Xpp3Dom::getName)
                .distinct()
                .toList();
    }

    /** Returns an element as it is written; empty if it is not there. */
    public String text(String name) {
        @Nullable Xpp3Dom element = dom.getChild(name);
        return element == null ? "" : element.toString();
    }

    /** Tells whether an element has such a text in it, at any depth, or such an element. */
    public boolean mentions(String name, String text) {
        return text(name).contains(text);
    }

    /** Sets an element, in place of the user's. */
    public SurefireConfiguration set(String name, String value) {
        child(dom, name).setValue(value);
        return this;
    }

    /** Has Surefire write no XML; its parameter {@code disableXmlReport} says the same, and Maven warns of it. */
    public SurefireConfiguration disableXmlReports() {
        Xpp3Dom reporter = child(dom, "statelessTestsetReporter");
        if (reporter.getAttribute("implementation") == null) {
            reporter.setAttribute("implementation", XML_REPORTER);
        }
        child(reporter, "disable").setValue("true");
        return this;
    }

    /**
     * Adds properties for the provider, beside the user's own. If they name a file of secrets, the channel to the forks
     * masks these too, unless the user has chosen a channel.
     */
    public SurefireConfiguration addProperties(Map<String, String> properties) {
        Xpp3Dom parent = child(dom, "properties");
        properties.forEach((name, value) -> {
            Xpp3Dom property = new Xpp3Dom("property");
            child(property, "name").setValue(name);
            child(property, "value").setValue(value);
            parent.addChild(property);
        });
        @Nullable String secrets = properties.get(SecretsFile.SETTING);
        if (secrets != null && dom.getChild("forkNode") == null) {
            Xpp3Dom channel = child(dom, "forkNode");
            channel.setAttribute("implementation", MaskingChannel.CLASS);
            child(channel, MaskingChannel.SECRETS_FILE).setValue(secrets);
        }
        return this;
    }

    /** Returns those of its elements that a goal has parameters for: it would not start with others. */
    SurefireConfiguration only(Set<String> parameters) {
        Xpp3Dom copy = new Xpp3Dom(dom.getName());
        Arrays.stream(dom.getChildren())
                .filter(child -> parameters.contains(child.getName()))
                .forEach(copy::addChild);
        return new SurefireConfiguration(copy);
    }

    /** Returns this configuration with the goal's own defaults where the user has set nothing. */
    Xpp3Dom over(Xpp3Dom defaults) {
        return Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(dom), new Xpp3Dom(defaults));
    }

    private static Xpp3Dom child(Xpp3Dom parent, String name) {
        @Nullable Xpp3Dom existing = parent.getChild(name);
        if (existing != null) {
            return existing;
        }
        Xpp3Dom added = new Xpp3Dom(name);
        parent.addChild(added);
        return added;
    }
}
