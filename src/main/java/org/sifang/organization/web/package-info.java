/**
 * The doors of the house: who may come in, what a fault looks like, and the pages of administration.
 */
@NullMarked
package org.sifang.organization.web;

import org.jspecify.annotations.NullMarked;
