package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.document.FileKind;
import org.sifang.document.Upload;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of duties other than reports. They lie ready until the duty is handed in and go with that hand-in: its frozen
 * content names each with its hash, and from then on it is neither removed nor replaced.
 */
@Service
public class DutyFiles {

    private static final Set<FileKind> KINDS = EnumSet.allOf(FileKind.class);
    private static final Set<DutyState> OPEN =
            EnumSet.of(DutyState.RECEIVED, DutyState.IN_PROGRESS, DutyState.RETURNED);
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int MOST = 20;
    private static final String COLUMNS =
            "id, duty, name, media_type, length(content) as bytes, hash, added_by, added_at, submission";

    private final Duties duties;
    private final Announcements announcements;
    private final JdbcClient jdbc;
    private final Clock clock;

    DutyFiles(Duties duties, Announcements announcements, JdbcClient jdbc, Clock clock) {
        this.duties = duties;
        this.announcements = announcements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static boolean mayAdd(Duty duty, Actor actor) {
        return !duty.kind().isReport() && OPEN.contains(duty.state()) && NoticeAuthority.mayAnswer(actor, duty);
    }

    /**
     * Lays a file ready: PDF, JPEG, PNG, or a text or table of an office program, of at most 20 MB. A photo loses the
     * place and the device written into it.
     *
     * @throws FaultsException when it is none of these, too large, or one too many
     */
    @Transactional
    public DutyFile add(UUID id, @Nullable String name, byte[] content, Actor by) {
        Duty duty = open(id, by);
        Upload upload = Upload.of("file", name, content, KINDS, LARGEST);
        if (of(id).size() >= MOST) {
            throw new FaultsException(Fault.at("file", "fault.upload.many", MOST));
        }
        Instant now = clock.instant();
        DutyFile file = new DutyFile(
                Ids.next(),
                id,
                upload.name(),
                upload.kind().mediaType(),
                upload.bytes().length,
                upload.hash(),
                by.username(),
                now,
                null);
        jdbc.sql("""
                        insert into duty_file (id, duty, name, media_type, hash, content, added_by, added_at)
                        values (:id, :duty, :name, :mediaType, :hash, :content, :by, :at)""")
                .param("id", file.id())
                .param("duty", id)
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("hash", file.hash())
                .param("content", upload.bytes())
                .param("by", file.addedBy())
                .param("at", Timestamp.from(now))
                .update();
        announcements.duty(duty, "fileAdded", by.username(), now, Map.of("file", file.name(), "hash", file.hash()));
        return file;
    }

    /**
     * Takes back a file that was not handed in yet.
     *
     * @throws NotFoundException when the duty has none, or it went with a hand-in
     */
    @Transactional
    public void remove(UUID id, UUID file, Actor by) {
        Duty duty = open(id, by);
        DutyFile gone = of(id).stream()
                .filter(one -> one.id().equals(file) && one.submission() == null)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("file"));
        jdbc.sql("delete from duty_file where id = :id").param("id", file).update();
        announcements.duty(
                duty, "fileRemoved", by.username(), clock.instant(), Map.of("file", gone.name(), "hash", gone.hash()));
    }

    /** Those of a duty, in the order they came. For those who found their reader to be allowed to see it. */
    public List<DutyFile> of(UUID duty) {
        return jdbc.sql("select " + COLUMNS + " from duty_file where duty = :duty order by id")
                .param("duty", duty)
                .query(DutyFiles::read)
                .list();
    }

    /** A file with its bytes. */
    public record Content(DutyFile file, byte[] bytes) {}

    /**
     * For who may see the duty; that it was taken is kept in the journal.
     *
     * @throws NotFoundException when there is none, or its duty is not the reader's to see
     */
    @Transactional
    public Content take(UUID id, UUID file, Actor reader) {
        Duty duty = duties.require(id, reader);
        Content taken = jdbc.sql("select content, " + COLUMNS + " from duty_file where duty = :duty and id = :id")
                .param("duty", id)
                .param("id", file)
                .query((row, number) -> new Content(read(row, number), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new NotFoundException("file"));
        announcements.duty(
                duty,
                "fileTaken",
                reader.username(),
                clock.instant(),
                Map.of("file", taken.file().name()));
        return taken;
    }

    /**
     * What lies ready goes with a hand-in.
     *
     * @return name and hash of each, in the order they came
     */
    List<String> handIn(UUID duty, int submission) {
        jdbc.sql("update duty_file set submission = :number where duty = :duty and submission is null")
                .param("number", submission)
                .param("duty", duty)
                .update();
        return of(duty).stream()
                .filter(file -> file.submission() != null && file.submission() == submission)
                .map(file -> file.name() + " " + file.hash())
                .toList();
    }

    private Duty open(UUID id, Actor by) {
        Duty duty = duties.require(id, by);
        NoticeAuthority.answers(by, duty);
        if (duty.kind().isReport() || !OPEN.contains(duty.state())) {
            throw new StateConflictException("duty", duty.state().name(), DutyState.words(OPEN));
        }
        return duty;
    }

    private static DutyFile read(ResultSet row, int number) throws SQLException {
        return new DutyFile(
                row.getObject("id", UUID.class),
                row.getObject("duty", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("hash"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant(),
                row.getObject("submission", Integer.class));
    }
}
