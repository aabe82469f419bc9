package io.github.surefoot.noise;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;

/** Stands where {@code +} makes text of several things: sets and maps among them are shown in another order. */
public final class ShuffledConcat {
    private static final MethodType SHOWN = MethodType.methodType(Object.class, Object.class);

    private ShuffledConcat() {}

    /** Stands for {@link StringConcatFactory#makeConcatWithConstants}. */
    public static CallSite makeConcatWithConstants(
            Lookup caller, String name, MethodType type, String recipe, Object... constants)
            throws StringConcatException, ReflectiveOperationException {
        MethodHandle shown = MethodHandles.lookup().findStatic(AnyText.class, "shown", SHOWN);
        MethodType withTexts = type;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (mayBeUnordered(type.parameterType(i))) {
                withTexts = withTexts.changeParameterType(i, Object.class);
            }
        }
        MethodHandle concat = StringConcatFactory.makeConcatWithConstants(caller, name, withTexts, recipe, constants)
                .getTarget();
        for (int i = 0; i < type.parameterCount(); i++) {
            Class<?> parameter = type.parameterType(i);
            if (mayBeUnordered(parameter)) {
                concat = MethodHandles.filterArguments(
                        concat, i, shown.asType(MethodType.methodType(Object.class, parameter)));
            }
        }
        return new ConstantCallSite(concat);
    }

    private static boolean mayBeUnordered(Class<?> type) {
        return !type.isPrimitive() && type != String.class && !type.isArray() && !type.isEnum();
    }
}
