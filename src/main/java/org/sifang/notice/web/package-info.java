/** Pages and API of notices and duties. */
@NullMarked
package org.sifang.notice.web;

import org.jspecify.annotations.NullMarked;
