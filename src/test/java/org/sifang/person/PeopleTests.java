package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sifang.person.PersonFixture.NOON;
import static org.sifang.person.PersonFixture.actor;
import static org.sifang.person.PersonFixture.person;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.journal.Entry;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Role;
import org.sifang.person.SavedPerson.Outcome;
import org.springframework.security.access.AccessDeniedException;

class PeopleTests {

    private static PersonFixture house;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new PersonFixture(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void empty() {
        house.jdbc.sql("delete from person").update();
        house.journaled.clear();
    }

    @Test
    void whoIsFoundForTheFirstTimeIsCreatedAndAgainIsUnchanged() {
        List<SavedPerson> first = house.save("150502", person(1), person(2));
        List<SavedPerson> again = house.save("150502", person(2), person(1));

        assertThat(first).extracting(SavedPerson::outcome).containsOnly(Outcome.CREATED);
        assertThat(again).extracting(SavedPerson::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(again)
                .extracting(SavedPerson::id)
                .containsExactly(first.get(1).id(), first.get(0).id());
    }

    @Test
    void anotherPhoneIsTakenOverAndAnotherNameIsNot() {
        UUID id = house.save("150502", person(1)).get(0).id();

        assertThat(house.save("150502", person(1, "测试某", "19900000002")))
                .containsExactly(new SavedPerson(id, Outcome.UPDATED));
        assertThat(house.save("150502", person(1, "另一人", "19900000003")))
                .containsExactly(new SavedPerson(id, Outcome.CONFLICTING));
        assertThat(house.people.view(id)).satisfies(seen -> {
            assertThat(seen.name()).isEqualTo("测**");
            assertThat(seen.phone()).isEqualTo("199****0002");
        });
    }

    @Test
    void aWrongNameIsCorrectedByThoseWhoHoldThePersonAndWrittenDown() {
        UUID id = house.save("150502", person(1, "另一人", "19900000001")).get(0).id();
        Purpose purpose = new Purpose("核对身份证原件", "case", "c-1", null, "150502");

        house.transaction.executeWithoutResult(status -> house.people.correctName(
                id, PersonName.of("测试某"), actor("150502", "150502", Role.OFFICER), purpose, NOON));

        assertThat(house.save("150502", person(1))).containsExactly(new SavedPerson(id, Outcome.UNCHANGED));
        assertThat(house.journaled).extracting(Entry::action).containsExactly("person.renamed");
        assertThat(house.journaled.toString()).doesNotContain("测试某", "另一人");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> house.people.correctName(
                        id, PersonName.of("某"), actor("150521", "150521", Role.OFFICER), purpose, NOON));
    }

    @Test
    void nothingClearStandsInTheDatabase() {
        house.save("150502", person(1));

        String dump = house.jdbc
                .sql("select row_to_json(p)::text || encode(sealed, 'escape') from person p")
                .query(String.class)
                .single();
        assertThat(dump).doesNotContain("测试某", "19900000001", IdentityNumbers.of(1), "示例街道", "150502");
    }

    @Test
    void aRowMovedToAnotherPersonDoesNotOpen() {
        UUID one = house.save("150502", person(1)).get(0).id();
        UUID other = house.save("150502", person(2)).get(0).id();
        house.jdbc
                .sql("update person set sealed = (select sealed from person where id = ?) where id = ?")
                .params(one, other)
                .update();

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> house.people.view(other));
    }

    @Test
    void aPersonIsFoundByTheExactDocument() {
        UUID id = house.save("150502", person(1)).get(0).id();

        assertThat(house.people.find(person(1).document())).contains(id);
        assertThat(house.people.find(person(2).document())).isEmpty();
        assertThat(house.people.find(new Document(DocumentType.PASSPORT, IdentityNumbers.of(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "150502, 150502, OFFICER,    true",
        "150502, 150502, LEADER,     true",
        "150502, 150502, SUPERVISOR, false",
        "150502, 150502, INSPECTOR,  false",
        "150521, 150521, OFFICER,    false",
        "150500, 1505,   OFFICER,    false",
        "150500, 1505,   SERVICE,    true",
        "150400, 1504,   SERVICE,    false",
    })
    void onlyWhoHoldsThePersonSeesHerUnmasked(String organization, String reach, Role role, boolean allowed) {
        UUID id = house.save("150502", person(1)).get(0).id();

        assertThat(house.people.mayReveal(List.of(id), actor(organization, reach, role)))
                .isEqualTo(allowed);
    }

    @Test
    void theCommandOfTheCountySeesWhomItsCommunityFoundAndTheCommunityNotWhomTheCommandFound() {
        UUID byCommunity = house.save("C1", person(1)).get(0).id();
        UUID byCommand = house.save("150502", person(2)).get(0).id();

        assertThat(house.people.mayReveal(List.of(byCommunity), actor("150502", "150502", Role.OFFICER)))
                .isTrue();
        assertThat(house.people.mayReveal(List.of(byCommunity), actor("C1", "150502001003", Role.COMMUNITY)))
                .isTrue();
        assertThat(house.people.mayReveal(List.of(byCommand), actor("C1", "150502001003", Role.COMMUNITY)))
                .isFalse();
    }

    @Test
    void revealingIsWrittenDownAndNeedsAReason() {
        UUID id = house.save("150502", person(1)).get(0).id();
        Purpose purpose = new Purpose("电话核实 150502199001011234", "case", "c-1", null, "150502");

        assertThat(house.people.reveal(List.of(id), actor("150502", "150502", Role.OFFICER), purpose, NOON))
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("测试某"));
        assertThat(house.journaled).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("person.revealed");
            assertThat(entry.actor()).isEqualTo("150502.OFFICER");
            assertThat(entry.facts()).containsEntry("reason", "电话核实 …").containsEntry("count", "1");
        });
        assertThatExceptionOfType(FaultsException.class).isThrownBy(() -> new Purpose(" ", "case", "c-1", null, null));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> house.people.reveal(List.of(id), actor("150521", "1505", Role.OFFICER), purpose, NOON));
    }

    @Test
    void twoWhoFindTheSamePeopleAtTheSameMomentMakeEachOnce() throws Exception {
        FoundPerson[] found = new FoundPerson[200];
        for (int i = 0; i < found.length; i++) {
            found[i] = person(i);
        }
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<SavedPerson>>> saved = List.of("150502", "150521").stream()
                .map(county -> both.submit(() -> {
                    start.await();
                    return house.save(county, found);
                }))
                .toList();
        start.countDown();

        List<UUID> one = saved.get(0).get().stream().map(SavedPerson::id).toList();
        assertThat(saved.get(1).get()).extracting(SavedPerson::id).containsExactlyElementsOf(one);
        assertThat(house.jdbc
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .isEqualTo(200);
        both.shutdown();
    }

    @Test
    void afterAChangeOfTheKeyEverythingIsSealedAnewAndStillOpens() {
        UUID before = house.save("150502", person(1)).get(0).id();
        long old = house.vault.key();

        house.rotation.rotate(actor("150500", "1505", Role.ADMIN), NOON);
        assertThat(house.vault.key()).isNotEqualTo(old);
        assertThat(house.people.view(before).name()).isEqualTo("测**");
        UUID after = house.save("150502", person(2)).get(0).id();
        house.rotation.sealAnew();

        assertThat(house.jdbc
                        .sql("select distinct key_id from person")
                        .query(Long.class)
                        .list())
                .containsExactly(house.vault.key());
        assertThat(house.people.masked(List.of(after, before))).containsOnlyKeys(after, before);
        assertThat(new Vault(new KeyFile(house.keyFile), false, house.jdbc, PersonFixture.CLOCK).key())
                .isEqualTo(house.vault.key());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> house.rotation.rotate(actor("150502", "150502", Role.OFFICER), NOON));
    }

    @Test
    void anotherNodeLearnsOfANewKeyByItself() {
        Vault other = new Vault(new KeyFile(house.keyFile), false, house.jdbc, PersonFixture.CLOCK);
        house.rotation.rotate(actor("150500", "1505", Role.ADMIN), NOON);

        byte[] sealed = house.vault.sealText("字", "c");
        assertThat(other.openText(sealed, "c")).isEqualTo("字");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("字");
    }
}
