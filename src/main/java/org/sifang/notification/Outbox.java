package org.sifang.notification;

import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Repository;

/** What is to leave the house. */
@Repository
class Outbox {

    void put(Collection<Message> messages, Instant now) {}
}
