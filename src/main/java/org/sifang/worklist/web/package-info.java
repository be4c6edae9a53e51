/**
 * The pages of the task list, and the shell around every page.
 */
@NullMarked
package org.sifang.worklist.web;

import org.jspecify.annotations.NullMarked;
