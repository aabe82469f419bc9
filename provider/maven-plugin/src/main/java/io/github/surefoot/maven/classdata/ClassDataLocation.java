package io.github.surefoot.maven.classdata;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.classdata.ClassDataDirectory;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.maven.suite.ModuleKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where class data is kept: what {@code surefoot.classData} names. */
public final class ClassDataLocation {
    /** The name of the setting. */
    public static final String SETTING = Setting.CLASS_DATA.key();

    private static final String DEFAULT = ".surefoot/class-data";

    private ClassDataLocation() {}

    /**
     * Returns the directory of a module.
     *
     * @param setting the value of the setting, if it is set; {@code none} switches the sharing off
     * @param buildRoot against which a relative path is resolved
     * @param module its artifact id
     * @param directory where the module lies; two modules may have the same artifact id
     * @throws SettingException if the setting names no path
     */
    public static Optional<ClassDataDirectory> of(
            Optional<String> setting, Path buildRoot, String module, Path directory) {
        String value = setting.map(String::strip).orElse(DEFAULT);
        if (value.equals("none")) {
            return Optional.empty();
        }
        try {
            if (!value.isEmpty()) {
                Path base = buildRoot.resolve(value).toAbsolutePath().normalize();
                return Optional.of(new ClassDataDirectory(base.resolve(ModuleKey.of(module, directory))));
            }
        } catch (InvalidPathException e) {
            throw refused(value);
        }
        throw refused(value);
    }

    private static SettingException refused(String value) {
        return new SettingException(
                SETTING, value, "a directory, for example " + DEFAULT + ", or 'none' to start workers without it");
    }
}
