package org.sifang.notification;

import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel.
 *
 * @param cause why it did not arrive; null when it did
 * @param detail number of the answer (an HTTP or SMTP status), never its text, which may hold an address
 */
record Outcome(
        Parcel parcel,
        Kind kind,
        @Nullable Cause cause,
        @Nullable Integer detail) {

    enum Kind {
        DELIVERED,
        /** To be tried again. */
        FAILED,
        /** Trying again would not help. */
        HOPELESS,
        /** There was nothing to do. */
        SKIPPED
    }

    /** Words of a cause are the message {@code notification.cause.<name>}. */
    enum Cause {
        UNREACHABLE,
        TIMEOUT,
        LOGIN_REFUSED,
        ADDRESS_REFUSED,
        REFUSED,
        FAILED,
        NO_ADDRESS,
        NOBODY
    }

    static Outcome delivered(Parcel parcel) {
        return new Outcome(parcel, Kind.DELIVERED, null, null);
    }

    static Outcome failed(Parcel parcel, Cause cause, @Nullable Integer detail) {
        return new Outcome(parcel, Kind.FAILED, cause, detail);
    }

    static Outcome hopeless(Parcel parcel, Cause cause, @Nullable Integer detail) {
        return new Outcome(parcel, Kind.HOPELESS, cause, detail);
    }

    static Outcome skipped(Parcel parcel, Cause cause) {
        return new Outcome(parcel, Kind.SKIPPED, cause, null);
    }
}
