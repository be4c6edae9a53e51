package org.sifang.document;

import java.time.Instant;
import java.util.Locale;

/**
 * What a PDF is made from, apart from its data.
 *
 * @param template Thymeleaf template, well-formed XHTML; its head is {@code document/paper :: head(title, size)}
 * @param title title in the file's properties; no personal data
 * @param locale language of the messages
 * @param at the instant the paper speaks of; stands in the file's properties, so that the same content gives the same bytes
 */
public record Paper(String template, String title, Locale locale, Instant at) {}
