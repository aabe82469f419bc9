package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Param;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An agent that takes the names of parameters out of class files, as a fuzzer's does, leaves the history as it is. */
class RowNamesTest {
    static Stream<Class<?>> records() {
        return Arrays.stream(HistoryMapper.class.getDeclaredMethods())
                .map(Method::getGenericReturnType)
                .filter(ParameterizedType.class::isInstance)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .filter(type -> type instanceof Class<?> row && row.isRecord())
                .<Class<?>>map(type -> rawType(type))
                .distinct();
    }

    private static Class<?> rawType(Type type) {
        return (Class<?>) type;
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordSaysTheNamesOfItsColumns(Class<?> row) {
        assertThat(Arrays.stream(row.getDeclaredConstructors()[0].getParameters())
                        .map(parameter -> parameter.getAnnotation(Param.class))
                        .map(name -> name == null ? "none" : name.value()))
                .containsExactlyElementsOf(Arrays.stream(row.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
