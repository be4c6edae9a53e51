/** Pages and API of the inbox. */
@NullMarked
package org.sifang.notification.web;

import org.jspecify.annotations.NullMarked;
