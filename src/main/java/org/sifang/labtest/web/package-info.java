@NullMarked
package org.sifang.labtest.web;

import org.jspecify.annotations.NullMarked;
