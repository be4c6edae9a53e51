package org.sifang.reporting;

/**
 * People of one category.
 *
 * @param name the category's name as the notice gave it when the table was frozen
 */
public record CategoryCount(String code, String name, int people) {}
