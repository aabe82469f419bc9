package io.github.surefoot.maven.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks through one class file for what opens connections. */
final class BackendClassVisitor extends ClassVisitor {
    private final Place.Scope scope;
    private final String file;
    private final BackendRules rules;
    private final List<BackendFinding> findings = new ArrayList<>();
    private String name = "";
    private String superName = "";
    private String source = "";

    BackendClassVisitor(Place.Scope scope, String file, BackendRules rules) {
        super(Opcodes.ASM9);
        this.scope = scope;
        this.file = file;
        this.rules = rules;
    }

    /** Returns what was found, in the order of the class file. */
    List<BackendFinding> findings() {
        return List.copyOf(findings);
    }

    /** Notes what a member of this class calls or refers to. */
    void member(String in, OptionalInt line, Member member) {
        Optional<BypassKind> known = ConnectionSources.kindOf(member);
        if (known.isPresent() || isBanned(member.owner())) {
            boolean extended = in.equals(Member.CONSTRUCTOR)
                    && member.isConstructor()
                    && member.owner().equals(superName);
            String text = extended ? "extends " + member.owner() : member.text();
            add(in, line, new Use(known.orElse(BypassKind.NAMED), member.owner(), text));
        }
    }

    /** Notes a class that a member of this class takes hold of without calling it. */
    void type(String in, OptionalInt line, String type) {
        if (isBanned(type)) {
            add(in, line, new Use(BypassKind.NAMED, type, "uses " + type));
        }
    }

    /** Notes a class that a member of this class loads by its name. */
    void loaded(String in, OptionalInt line, String type) {
        Optional<BypassKind> known = ConnectionSources.kindOf(Member.loaded(type));
        if (known.isPresent() || isBanned(type)) {
            add(in, line, new Use(known.orElse(BypassKind.NAMED), type, "loads " + type + " by its name"));
        }
    }

    /** Notes a text in this class. */
    void text(String in, OptionalInt line, String text) {
        ConnectionSources.embeddedUrl(text)
                .ifPresent(url -> add(in, line, new Use(BypassKind.EMBEDDED, url, "has a URL " + url + "…")));
    }

    /** Tells whether another class is banned by name; a banned class that uses itself is noted as a whole. */
    private boolean isBanned(String type) {
        return rules.bansClass(type) && !rules.bansClass(name);
    }

    private void add(String in, OptionalInt line, Use use) {
        findings.add(new ClassFinding(new Place(scope, file, name, in, source, line), use));
    }

    @Override
    public void visit(
            int version,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String internalSuper,
            String[] interfaces) {
        name = ClassFileNames.dotted(internalName);
        superName = internalSuper == null ? "" : ClassFileNames.dotted(internalSuper);
    }

    @Override
    public void visitSource(@Nullable String sourceFile, @Nullable String debug) {
        source = sourceFile == null ? "" : sourceFile;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return new AnnotationTextVisitor(text -> text("", OptionalInt.empty(), text));
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (value instanceof String text) {
            text(field, OptionalInt.empty(), text);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String[] exceptions) {
        return new BackendMethodVisitor(this, ClassFileNames.written(method));
    }

    @Override
    public void visitEnd() {
        if (rules.bansClass(name)) {
            add("", OptionalInt.empty(), new Use(BypassKind.NAMED, name, "is there"));
        }
    }
}
