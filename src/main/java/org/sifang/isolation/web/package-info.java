@NullMarked
package org.sifang.isolation.web;

import org.jspecify.annotations.NullMarked;
