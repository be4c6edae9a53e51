package org.sifang.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;

/** The notices, as far as screening asks. */
interface NoticeCategories {

    Optional<NoticeToScreen> find(UUID id);

    /** @throws NotFoundException when there is none */
    default NoticeToScreen require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("notice"));
    }

    /**
     * One that the reader may see, by id or by number (发文字号).
     *
     * @throws NotFoundException when there is none
     */
    NoticeToScreen require(String idOrNumber, Actor reader);

    /** Those in force that the reader may see, the latest first. */
    List<NoticeToScreen> inForce(Actor reader);
}
