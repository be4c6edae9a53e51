package org.sifang.person;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person between her clear form and the sealed bytes of her row. */
@Component
class PersonSeal {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(Form.class);
    private static final ObjectReader READER = JSON.readerFor(Form.class);

    private final Vault vault;

    PersonSeal(Vault vault) {
        this.vault = vault;
    }

    private record Form(
            DocumentType type,
            String number,
            String name,
            @Nullable Sex sex,
            @Nullable Integer age,
            String phone,
            String address) {

        @Override
        public String toString() {
            return "Form";
        }
    }

    byte[] seal(UUID id, FoundPerson person) {
        Form form = new Form(
                person.document().type(),
                person.document().number(),
                person.name().value(),
                person.sex(),
                person.age(),
                person.phone().value(),
                person.address());
        try {
            return vault.seal(WRITER.writeValueAsBytes(form), context(id));
        } catch (IOException unwritable) {
            throw new IllegalStateException("A person cannot be written: " + id);
        }
    }

    PersonClear open(UUID id, byte[] sealed) {
        try {
            Form form = READER.readValue(vault.open(sealed, context(id)));
            Document document = new Document(form.type(), form.number());
            return new PersonClear(id, document, form.name(), form.sex(), form.age(), form.phone(), form.address());
        } catch (IOException unreadable) {
            throw new IllegalStateException("A person cannot be read: " + id);
        }
    }

    /** The same content under the present key. */
    byte[] again(UUID id, byte[] sealed) {
        return vault.seal(vault.open(sealed, context(id)), context(id));
    }

    /** Keyed hash of the document, for exact look-up. */
    byte[] index(Document document) {
        return vault.index(document.type() + "/" + document.number());
    }

    /** Keyed hash of the first number a person is reached under: equal for those who share a phone. */
    byte[] reachedUnder(PersonClear person) {
        return vault.index("phone/" + person.phone().split("/", 2)[0].strip());
    }

    long key() {
        return vault.key();
    }

    private static String context(UUID id) {
        return "person/" + id + "/data";
    }
}
