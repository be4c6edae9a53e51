package org.sifang.worklist.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalTexts;
import org.sifang.organization.Standings;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * What templates may ask, under {@code #}: {@code ${#countdowns.to(dueAt)}}. Thymeleaf refuses beans ({@code @name}) in
 * addresses, attributes and parameters of fragments, which is just where they are needed.
 */
@Component
class PageWords extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> objects;

    PageWords(
            Shell shell,
            Countdowns countdowns,
            Address address,
            TaskNames taskNames,
            Words words,
            JournalTexts journal,
            Standings standings) {
        super("sifang");
        this.objects = Map.of(
                "shell", shell,
                "countdowns", countdowns,
                "address", address,
                "taskNames", taskNames,
                "words", words,
                "journal", journal,
                "standings", standings);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return objects.keySet();
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return objects.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
