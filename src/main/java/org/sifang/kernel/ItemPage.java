package org.sifang.kernel;

import java.util.List;

/** One page of a list; pages count from 0. The form of every list of the API. */
public record ItemPage<T>(List<T> items, long total, int page, int size) {

    public ItemPage {
        items = List.copyOf(items);
    }
}
