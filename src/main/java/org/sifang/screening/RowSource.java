package org.sifang.screening;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of one sheet, read once from top to bottom; blank rows are left out, the others keep their numbers. */
interface RowSource extends Closeable {

    /**
     * The next row with something in it; null at the end.
     *
     * @throws UnreadableSheet when the file breaks off or holds what no sheet holds
     */
    @Nullable
    SheetRow next() throws IOException;
}
