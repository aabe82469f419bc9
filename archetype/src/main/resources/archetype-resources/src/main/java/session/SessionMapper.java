package ${package}.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The statements on sessions. */
public interface SessionMapper {

    @Insert("""
            INSERT INTO session (id, owner, title, created_at, expires_at)
            VALUES (#{id}, #{owner}, #{title}, #{createdAt}, #{expiresAt})
            """)
    void insert(Session session);

    /** Finds a session that has not expired. */
    @Select("""
            SELECT id, owner, title, created_at, expires_at
            FROM session
            WHERE id = #{id} AND expires_at > #{now}
            """)
    Optional<Session> find(@Param("id") String id, @Param("now") Instant now);

    /** Finds an owner's sessions that have not expired, newest first. */
    @Select("""
            SELECT id, owner, title, created_at, expires_at
            FROM session
            WHERE owner = #{owner} AND expires_at > #{now}
            ORDER BY created_at DESC, id
            """)
    List<Session> findByOwner(@Param("owner") String owner, @Param("now") Instant now);

    /** Removes a session and, through the foreign key, its messages. */
    @Delete("DELETE FROM session WHERE id = #{id}")
    int delete(String id);

    /** Removes all sessions that have expired, and their messages. */
    @Delete("DELETE FROM session WHERE expires_at <= #{now}")
    int deleteExpired(Instant now);
}
