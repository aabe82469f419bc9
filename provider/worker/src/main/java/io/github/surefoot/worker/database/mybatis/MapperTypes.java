package io.github.surefoot.worker.database.mybatis;

import java.util.Arrays;
import org.apache.ibatis.annotations.Mapper;

/** Tells mappers from other interfaces, by what they carry themselves. */
final class MapperTypes {
    private static final String ANNOTATIONS = Mapper.class.getPackageName();

    private MapperTypes() {}

    /** Tells whether MyBatis would find statements for the type: in its annotations, or in an XML file beside it. */
    static boolean isMapper(Class<?> type, ClassLoader loader) {
        return type.isInterface()
                && (type.isAnnotationPresent(Mapper.class)
                        || hasStatements(type)
                        || loader.getResource(xmlOf(type)) != null);
    }

    private static boolean hasStatements(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                .anyMatch(each -> each.annotationType().getPackageName().equals(ANNOTATIONS));
    }

    /** Returns the path of the XML file that MyBatis itself looks for. */
    static String xmlOf(Class<?> type) {
        return type.getName().replace('.', '/') + ".xml";
    }
}
