package io.github.surefoot.worker.usage;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** A mapper by annotations. */
@Mapper
public interface CartMapper {
    @Insert("INSERT INTO cart (name) VALUES (#{name})")
    int add(String name);

    @Select("SELECT name FROM cart ORDER BY id")
    List<String> names();
}
