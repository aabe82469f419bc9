package io.github.surefoot.noise;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;

/** Lists what reflection knows in {@link OtherOrder another order}, but for what has one, like parameters and interfaces. */
public final class AnyMembers {
    private AnyMembers() {}

    /** Stands for {@link Class#getDeclaredMethods}. */
    public static Method[] declaredMethods(Class<?> of) {
        return OtherOrder.of(of.getDeclaredMethods());
    }

    /** Stands for {@link Class#getMethods}. */
    public static Method[] methods(Class<?> of) {
        return OtherOrder.of(of.getMethods());
    }

    /** Stands for {@link Class#getDeclaredFields}. */
    public static Field[] declaredFields(Class<?> of) {
        return OtherOrder.of(of.getDeclaredFields());
    }

    /** Stands for {@link Class#getFields}. */
    public static Field[] fields(Class<?> of) {
        return OtherOrder.of(of.getFields());
    }

    /** Stands for {@link Class#getDeclaredConstructors}. */
    public static Constructor<?>[] declaredConstructors(Class<?> of) {
        return OtherOrder.of(of.getDeclaredConstructors());
    }

    /** Stands for {@link Class#getConstructors}. */
    public static Constructor<?>[] constructors(Class<?> of) {
        return OtherOrder.of(of.getConstructors());
    }

    /** Stands for {@link Class#getDeclaredClasses}. */
    public static Class<?>[] declaredClasses(Class<?> of) {
        return OtherOrder.of(of.getDeclaredClasses());
    }

    /** Stands for {@link Class#getClasses}. */
    public static Class<?>[] classes(Class<?> of) {
        return OtherOrder.of(of.getClasses());
    }

    /** Stands for {@link AnnotatedElement#getAnnotations}: others than the JDK's may hand out what is theirs. */
    public static Annotation[] annotations(AnnotatedElement of) {
        return OtherOrder.of(of.getAnnotations().clone());
    }

    /** Stands for {@link AnnotatedElement#getDeclaredAnnotations}. */
    public static Annotation[] declaredAnnotations(AnnotatedElement of) {
        return OtherOrder.of(of.getDeclaredAnnotations().clone());
    }

    /** Stands for {@link Method#getParameterAnnotations}: those of each parameter, which stay in their order. */
    public static Annotation[][] parameterAnnotations(Annotation[][] of) {
        Arrays.stream(of).forEach(OtherOrder::of);
        return of;
    }

    /** Stands for what a method may throw. */
    public static Class<?>[] thrown(Class<?>[] of) {
        return OtherOrder.of(of);
    }

    /** Stands for {@link Locale#getAvailableLocales} and its like. */
    public static Locale[] locales(Locale[] of) {
        return OtherOrder.of(of);
    }
}
