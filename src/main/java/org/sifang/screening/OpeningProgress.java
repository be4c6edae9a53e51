package org.sifang.screening;

import java.util.Optional;
import java.util.UUID;

/** Answered by those who carry cases on: how far the people of an import have been taken up. */
public interface OpeningProgress {

    /** Empty when nobody of this import had to be taken up. */
    Optional<Opening> of(UUID importId);

    /**
     * @param people who have to be taken up
     * @param opened who were taken up so far
     */
    record Opening(long people, long opened) {

        public boolean isDone() {
            return opened >= people;
        }

        /** Of 100; never 100 while some are left. */
        public int percent() {
            return isDone() ? 100 : (int) Math.min(99, opened * 100 / people);
        }
    }
}
