/**
 * Messages to officers: inbox, mail, webhook; an outbox in the writer's transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "organization", "engine"})
package org.sifang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
