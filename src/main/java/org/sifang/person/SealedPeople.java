package org.sifang.person;

import java.util.List;
import org.sifang.person.PersonRows.Row;
import org.springframework.stereotype.Component;

/** People under an old key. */
@Component
class SealedPeople implements SealedRows {

    private final PersonRows rows;
    private final PersonSeal seal;

    SealedPeople(PersonRows rows, PersonSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    @Override
    public int sealAnew(int limit) {
        List<Row> old = rows.sealedOtherwise(seal.key(), limit);
        if (!old.isEmpty()) {
            List<Row> anew = old.stream()
                    .map(row -> new Row(row.id(), row.index(), seal.again(row.id(), row.sealed())))
                    .toList();
            rows.reseal(anew, seal.key());
        }
        return old.size();
    }

    @Override
    public long sealedOtherwise() {
        return rows.countSealedOtherwise(seal.key());
    }
}
