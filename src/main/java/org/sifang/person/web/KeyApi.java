package org.sifang.person.web;

import java.time.Clock;
import org.sifang.organization.Actor;
import org.sifang.person.KeyRotation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing the key that seals personal data; for administrators. */
@RestController
@RequestMapping("/api/v1/person-keys")
class KeyApi {

    private final KeyRotation rotation;
    private final Clock clock;

    KeyApi(KeyRotation rotation, Clock clock) {
        this.rotation = rotation;
        this.clock = clock;
    }

    /** @param pending rows still sealed with an older key; the background works them off */
    record Keys(long key, long pending) {}

    @GetMapping
    Keys show(Actor actor) {
        return new Keys(rotation.key(actor), rotation.pending(actor));
    }

    /** Takes a new key for everything sealed from now on; what is there is sealed anew in the background. */
    @PostMapping("/rotation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Keys rotate(Actor actor) {
        rotation.rotate(actor, clock.instant());
        return show(actor);
    }
}
