package org.sifang.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo or document kept with an item of a visit.
 *
 * @param hash SHA-256 of the content, in hex
 */
public record Evidence(
        UUID id, UUID visit, String item, String name, String mediaType, String hash, String addedBy, Instant addedAt) {

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
