package org.countersign.post;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pictures, kept byte for byte as they were uploaded. What a file is, its bytes tell, not its name.
 */
@Service
public class MediaLibrary {

    /** Most bytes of one picture. */
    public static final int MOST_BYTES = 10_000_000;
    /** Most pixels of one picture: a small file can unpack to more memory than there is. */
    private static final long MOST_PIXELS = 50_000_000;
    private static final Map<String, String> FORMATS = Map.of("jpeg", "image/jpeg", "png", "image/png",
            "gif", "image/gif");

    private final JdbcClient jdbc;
    private final Clock clock;

    MediaLibrary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Stores a picture.
     *
     * @throws NotAllowed when the file is empty, too large, or no picture that the networks accept, or
     *                    says where it was taken
     */
    public Media add(String fileName, byte[] bytes, String userId) {
        if (bytes.length == 0) {
            throw new NotAllowed("The file is empty. Choose a JPEG, PNG or GIF picture.");
        }
        if (bytes.length > MOST_BYTES) {
            throw new NotAllowed("The picture has %.1f MB; at most %d MB are accepted. Make it smaller and try again."
                    .formatted(bytes.length / 1e6, MOST_BYTES / 1_000_000));
        }
        Media media = recognized(fileName, bytes).orElseThrow(() ->
                new NotAllowed("This file is not a JPEG, PNG or GIF picture, whatever its name says."));
        if (PicturePlace.toldBy(bytes)) {
            throw new NotAllowed("The picture says where it was taken: nobody who reviews it sees that, but networks may "
                    + "show it. Save a copy without its location and add that.");
        }
        jdbc.sql("insert into media values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(media.id(), media.sha256(), media.contentType(), media.fileName(), media.width(),
                        media.height(), bytes, userId, clock.instant().atOffset(ZoneOffset.UTC)).update();
        return media;
    }

    public Optional<Media> find(UUID id) {
        return jdbc.sql("""
                select id, sha256, content_type, file_name, width, height, length(bytes) as size from media
                where id = ?""").param(id)
                .query(MediaLibrary::media).optional();
    }

    /** The pictures among these ids that there are, in one query. */
    public Map<UUID, Media> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                select id, sha256, content_type, file_name, width, height, length(bytes) as size from media
                where id in (:ids)""").param("ids", ids)
                .query(MediaLibrary::media).list().stream()
                .collect(Collectors.toMap(Media::id, Function.identity()));
    }

    private static Media media(ResultSet row, int number) throws SQLException {
        return new Media(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                row.getInt(6), row.getInt(7));
    }

    private static Optional<Media> recognized(String fileName, byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(stream);
            String contentType = FORMATS.get(reader.getFormatName().toLowerCase(Locale.ROOT));
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (contentType == null || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(new Media(UUID.randomUUID(), ContentDigest.sha256(bytes), contentType,
                    plain(fileName), width, height, bytes.length));
        } catch (IOException | RuntimeException e) {
            // Readers of damaged files throw anything; the author is told that it is no picture.
            return Optional.empty();
        }
    }

    /** Only the last part of a path, without control characters, at most 120 characters. */
    private static String plain(String fileName) {
        String name = fileName == null ? "picture" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.length() > 120 ? name.substring(name.length() - 120) : name;
    }
}
