package it;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
public interface CartMapper {
    @Insert("INSERT INTO cart VALUES (#{id}, #{owner}, #{total})")
    void add(@Param("id") int id, @Param("owner") String owner, @Param("total") int total);

    @Select("SELECT sum(total) FROM cart")
    int total();
}
