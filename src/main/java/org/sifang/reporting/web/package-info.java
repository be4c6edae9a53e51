/** Pages and API of the reports. */
@NullMarked
package org.sifang.reporting.web;

import org.jspecify.annotations.NullMarked;
