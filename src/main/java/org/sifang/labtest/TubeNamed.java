package org.sifang.labtest;

/**
 * A sample was taken, and is on its way in this tube: a laboratory may have been quicker than the one who wrote it down.
 *
 * @param laboratory code
 */
record TubeNamed(String laboratory, String number) {}
