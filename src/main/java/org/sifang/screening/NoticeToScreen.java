package org.sifang.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.kernel.StateConflictException;
import org.sifang.kernel.TypedText;
import org.sifang.notice.Category;
import org.sifang.notice.NoticeState;

/** What screening needs to know of a notice: whom it looks for, and whether it still does. */
public record NoticeToScreen(UUID id, String number, String title, NoticeState state, List<Category> categories) {

    public NoticeToScreen {
        categories = List.copyOf(categories);
    }

    /** @throws StateConflictException when it is not in force */
    void requireInForce() {
        if (state != NoticeState.ISSUED) {
            throw new StateConflictException("notice", state.name(), NoticeState.ISSUED.name());
        }
    }

    /** The code of the category meant by its code or its name. */
    Optional<String> categoryCode(String typed) {
        String wanted = TypedText.compact(typed);
        return categories.stream()
                .filter(category -> TypedText.compact(category.code()).equalsIgnoreCase(wanted)
                        || TypedText.compact(category.name()).equalsIgnoreCase(wanted))
                .map(Category::code)
                .findFirst();
    }

    /** The name of a category; its code when the notice does not know it. */
    public String categoryName(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .map(Category::name)
                .findFirst()
                .orElse(code);
    }
}
