package org.sifang.screening;

import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.NotFoundException;

/** The notices, as far as screening asks. */
interface NoticeCategories {

    /** By id or by number (发文字号). */
    Optional<NoticeToScreen> find(String idOrNumber);

    /** @throws NotFoundException when there is none with this id */
    default NoticeToScreen require(UUID id) {
        return find(id.toString()).orElseThrow(() -> new NotFoundException("notice"));
    }
}
