package io.github.surefoot.maven.backend;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Looks for texts in an annotation, such as properties of a Spring test. */
final class AnnotationTextVisitor extends AnnotationVisitor {
    private final Consumer<String> texts;

    AnnotationTextVisitor(Consumer<String> texts) {
        super(Opcodes.ASM9);
        this.texts = texts;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        if (value instanceof String text) {
            texts.accept(text);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return this;
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        return this;
    }
}
