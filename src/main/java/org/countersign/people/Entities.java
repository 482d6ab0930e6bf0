package org.countersign.people;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The legal entities of the organization.
 */
@Repository
public class Entities {

    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");

    private final JdbcClient jdbc;
    private final Clock clock;

    Entities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them, ordered by name. */
    public List<Entity> all() {
        return jdbc.sql("select id, name from entity order by name, id").query(Entities::read).list();
    }

    public Optional<Entity> find(String id) {
        return jdbc.sql("select id, name from entity where id = ?").param(id).query(Entities::read).optional();
    }

    /**
     * Adds an entity.
     *
     * @throws IllegalArgumentException with a sentence for people when the id or name is blank, malformed or taken
     */
    public Entity add(Entity entity, String byUserId) {
        if (entity.id() == null || !ID.matcher(entity.id()).matches()) {
            throw new IllegalArgumentException("Give the entity a short id of lower-case letters, digits and hyphens.");
        }
        if (entity.name() == null || entity.name().isBlank() || entity.name().length() > 200) {
            throw new IllegalArgumentException("Give the entity a name of at most 200 characters.");
        }
        try {
            jdbc.sql("insert into entity (id, name, added_at, added_by) values (?, ?, ?, ?)")
                    .params(entity.id(), entity.name().strip(), clock.instant().atOffset(ZoneOffset.UTC), byUserId).update();
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException("There is an entity with this id or name already.", e);
        }
        return entity;
    }

    /** Gives an entity another name; its id stays. */
    public void rename(String id, String name) {
        jdbc.sql("update entity set name = ? where id = ?").params(name, id).update();
    }

    private static Entity read(ResultSet row, int number) throws SQLException {
        return new Entity(row.getString("id"), row.getString("name"));
    }
}
