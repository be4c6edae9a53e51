package org.sifang.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.springframework.stereotype.Component;

/** The notices of the house. */
@Component
class IssuedNotices implements NoticeCategories {

    private static final int MOST = 100;

    private final Notices notices;

    IssuedNotices(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Optional<NoticeToScreen> find(UUID id) {
        return notices.find(id).map(IssuedNotices::toScreen);
    }

    @Override
    public NoticeToScreen require(String idOrNumber, Actor reader) {
        return toScreen(notices.require(idOrNumber, reader));
    }

    @Override
    public List<NoticeToScreen> inForce(Actor reader) {
        return notices.list(reader, NoticeState.ISSUED, null, 0, MOST).items().stream()
                .map(IssuedNotices::toScreen)
                .filter(notice -> !notice.categories().isEmpty())
                .toList();
    }

    static NoticeToScreen toScreen(NoticeView notice) {
        return new NoticeToScreen(
                notice.id(),
                notice.caption(),
                notice.title(),
                notice.state(),
                notice.definition().categories());
    }
}
