package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.sifang.person.PersonFixture.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class KeyFileTests {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFileIsMadeForThisAccountOnly() throws IOException {
        Path path = folder.resolve("new/person.keys");
        KeyRing made = new KeyFile(path).create();

        assertThat(Files.getPosixFilePermissions(path))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(new KeyFile(path).read().primary()).isEqualTo(made.primary());
        assertThat(new KeyFile(path).create().primary()).isEqualTo(made.primary());
    }

    @Test
    void aMissingOrDamagedFileIsExplained() throws IOException {
        Path path = folder.resolve("person.keys");
        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> new KeyFile(path).read())
                .withMessageContaining("There is no key file");
        Files.writeString(path, "{\"seal\": {}}");
        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> new KeyFile(path).read())
                .withMessageContaining("cannot be read");
    }

    @Test
    void aConfiguredDatabaseNeedsAConfiguredKeyFile() {
        MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql:x");

        assertThatExceptionOfType(KeyFileException.class)
                .isThrownBy(() -> new PersonConfiguration().vault(environment, folder, "", false, mock(), CLOCK))
                .withMessageContaining("spring.datasource.url")
                .satisfies(refused -> assertThat(refused.remedy()).contains("sifang.key-file"));
    }

    @Test
    void aDatabaseIsNotOpenedWithTheKeysOfAnother() {
        try (PersonFixture house = new PersonFixture(folder)) {
            KeyFile other = new KeyFile(folder.resolve("other.keys"));
            other.create();
            assertThatExceptionOfType(KeyFileException.class)
                    .isThrownBy(() -> new Vault(other, true, house.jdbc, CLOCK))
                    .withMessageContaining("not the one");
            assertThatExceptionOfType(KeyFileException.class)
                    .isThrownBy(() -> new Vault(new KeyFile(folder.resolve("lost.keys")), true, house.jdbc, CLOCK))
                    .withMessageContaining("There is no key file");
        }
    }
}
