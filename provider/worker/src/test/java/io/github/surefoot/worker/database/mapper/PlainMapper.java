package io.github.surefoot.worker.database.mapper;

import org.apache.ibatis.annotations.Select;

/** A mapper found by its package. */
public interface PlainMapper {
    @Select("SELECT count(*) FROM cart")
    int count();
}
