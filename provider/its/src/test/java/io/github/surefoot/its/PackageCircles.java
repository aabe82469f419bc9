package io.github.surefoot.its;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rule on circles between packages: each package, the root and those inside of others, stands for itself. */
final class PackageCircles {
    private PackageCircles() {}

    /** Returns the rule for a room: packages outside of its root are not looked at. */
    static ArchRule none(String rootPackage) {
        return slices().assignedFrom(new EachPackage(rootPackage))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(root) || name.startsWith(root + '.')
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package of " + root;
        }
    }
}
