package io.github.surefoot.worker.database.mybatis;

import io.github.surefoot.worker.database.setting.SettingReader;
import java.util.List;
import java.util.Optional;

/**
 * What MyBatis is told by settings.
 *
 * @param mappers packages and classes of mappers
 * @param mapperXml locations of mapper XML files on the class path
 * @param configuration MyBatis's configuration file on the class path; empty for its own default, if that is there
 */
public record MyBatisSettings(List<String> mappers, List<String> mapperXml, Optional<String> configuration) {

    /** Reads the settings. */
    public static MyBatisSettings read(SettingReader settings) {
        return new MyBatisSettings(
                settings.list("mappers"), settings.list("mapperXml"), settings.text("mybatisConfig"));
    }
}
