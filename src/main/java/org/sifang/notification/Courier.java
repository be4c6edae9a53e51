package org.sifang.notification;

import java.time.Duration;
import java.util.List;
import org.sifang.notification.Message.Channel;

/** One way out of the house. */
interface Courier {

    Channel channel();

    /** Whether it is configured and not switched off; what is sent to a closed one is in the inbox only. */
    boolean open();

    /** How long a message waits for others to go with. */
    Duration window();

    /** What the message can go with: those of the same word leave in one parcel. */
    String destination(OutboxMessage message);

    /** Most messages of one parcel. */
    int capacity();

    /** Most messages to take at a time: so many that one call ends well within the lease. */
    int batch();

    /** Delivers what it can; one outcome for each parcel. Throws nothing that a receiver could bring about. */
    List<Outcome> deliver(List<Parcel> parcels);
}
