package org.sifang.notice.web;

/** How much of a list is given at once. */
final class Paging {

    private static final int MOST = 500;

    private Paging() {}

    static int size(int wanted) {
        return Math.min(Math.max(wanted, 1), MOST);
    }
}
