/**
 * People and their documents: encryption, blind index, masking, reveal, retention.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "journal", "organization"})
package org.sifang.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
