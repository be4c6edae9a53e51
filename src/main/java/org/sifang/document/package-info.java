/**
 * Paper and sheets: A4 PDF with embedded CJK fonts, .xlsx written without formulas. No business word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.sifang.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
