package io.github.surefoot.maven.backend;

import java.util.Set;
import java.util.function.Predicate;

/**
 * Something of a library that opens connections.
 *
 * @param kind what it opens
 * @param type the full name of the class; or of a package, with a dot behind, for all classes in and below it
 * @param members which of its members open something
 */
record ConnectionSource(BypassKind kind, String type, Predicate<Member> members) {

    /** All classes of that name, when an object of them is created. */
    static ConnectionSource created(BypassKind kind, String type) {
        return new ConnectionSource(kind, type, Member::isConstructor);
    }

    /** A class, when it is created from a text, which is a URL. */
    static ConnectionSource createdFromText(BypassKind kind, String type) {
        return new ConnectionSource(kind, type, member -> member.isConstructor() && member.beginsWithText());
    }

    /** Some methods of a class. */
    static ConnectionSource called(BypassKind kind, String type, String... methods) {
        Set<String> names = Set.of(methods);
        return new ConnectionSource(kind, type, member -> names.contains(member.name()));
    }

    /** Some methods of a class, when the first parameter is a text, which is a URL. */
    static ConnectionSource calledWithText(BypassKind kind, String type, String... methods) {
        Set<String> names = Set.of(methods);
        return new ConnectionSource(kind, type, member -> names.contains(member.name()) && member.beginsWithText());
    }

    /** Whatever of a package can be begun with: constructors and static methods. */
    static ConnectionSource begun(BypassKind kind, String packageName) {
        return new ConnectionSource(kind, packageName + ".", member -> member.isConstructor() || member.isStatic());
    }

    boolean matches(Member member) {
        boolean owned = type.endsWith(".")
                ? member.owner().startsWith(type)
                : member.owner().equals(type);
        return owned && members.test(member);
    }
}
