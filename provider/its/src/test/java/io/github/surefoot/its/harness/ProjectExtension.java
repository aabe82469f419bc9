package io.github.surefoot.its.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the copy when a test first asks for it, and runs the shared build when a test first asks for that. */
final class ProjectExtension implements ParameterResolver {
    private static final Namespace STATE = Namespace.create(ProjectExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Project.class || type == Build.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Annotated annotated = annotated(context);
        return parameter.getParameter().getType() == Project.class ? project(annotated) : build(annotated);
    }

    private static Project project(Annotated annotated) {
        return annotated
                .owner()
                .getStore(STATE)
                .getOrComputeIfAbsent(annotated.key("project"), key -> copy(annotated), Project.class);
    }

    private static Build build(Annotated annotated) {
        String[] arguments = annotated.on().run();
        if (arguments.length == 0) {
            throw new IllegalStateException("@OnProject(\"" + annotated.on().value() + "\") has no run: which build?");
        }
        Project project = project(annotated);
        return annotated
                .owner()
                .getStore(STATE)
                .getOrComputeIfAbsent(annotated.key("build"), key -> project.run(arguments), Build.class);
    }

    private static Project copy(Annotated annotated) {
        ExtensionContext owner = annotated.owner();
        Workspace workspace = Workspace.get();
        Path room = workspace
                .directory()
                .resolve(owner.getRequiredTestClass().getSimpleName())
                .resolve(owner.getTestMethod().map(Method::getName).orElse("shared"));
        try {
            OnProject on = annotated.on();
            return Project.copy(workspace, on.value(), room, on.directory(), on.jvms());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The method's own annotation, or the class's. */
    private static Annotated annotated(ExtensionContext context) {
        for (@Nullable ExtensionContext at = context;
                at != null;
                at = at.getParent().orElse(null)) {
            Optional<OnProject> found =
                    at.getElement().flatMap(element -> Optional.ofNullable(element.getAnnotation(OnProject.class)));
            if (found.isPresent()) {
                return new Annotated(found.get(), at);
            }
        }
        throw new IllegalStateException(context.getDisplayName() + " is on no project");
    }

    private record Annotated(OnProject on, ExtensionContext owner) {
        /** What belongs to a class is found in the stores of its methods too, some of which have their own. */
        String key(String what) {
            return what + " of " + owner.getUniqueId();
        }
    }
}
