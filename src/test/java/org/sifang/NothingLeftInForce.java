package org.sifang;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.NoticeDesk;
import org.sifang.organization.Actors;
import org.sifang.organization.Officers;
import org.sifang.organization.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lifts the notices a class leaves in force. The classes share one clock: with each day one of them lets pass, every notice
 * still in force opens its rounds and checks, and the last class would pay for all before it.
 */
final class NothingLeftInForce implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace OWN = Namespace.create(NothingLeftInForce.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getStore(OWN).put("before", Set.copyOf(inForce(SpringExtension.getApplicationContext(test))));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        Set<?> before = test.getStore(OWN).get("before", Set.class);
        List<UUID> left =
                inForce(context).stream().filter(id -> !before.contains(id)).toList();
        left.forEach(id -> lift(context, id));
        if (!left.isEmpty()) {
            context.getBean(ClockSteering.class).settle();
        }
    }

    private static List<UUID> inForce(ApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("select id from notice where state = 'ISSUED'")
                .query(UUID.class)
                .list();
    }

    private static void lift(ApplicationContext context, UUID notice) {
        String issuer = context.getBean(JdbcClient.class)
                .sql("select issuer from notice where id = :id")
                .param("id", notice)
                .query(String.class)
                .single();
        context.getBean(Officers.class).withRole(issuer, Role.LEADER).stream()
                .findFirst()
                .ifPresent(leader -> context.getBean(NoticeDesk.class)
                        .lift(notice, "测试结束", context.getBean(Actors.class).byUsername(leader.username())));
    }
}
