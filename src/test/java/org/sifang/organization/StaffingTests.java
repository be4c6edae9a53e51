package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@SifangTest
@Transactional
@RecordApplicationEvents
@NullMarked
class StaffingTests {

    @Autowired
    private Staffing staffing;

    @Autowired
    private OfficerImport imports;

    @Autowired
    private Officers officers;

    @Autowired
    private OfficerRecords records;

    @Autowired
    private Actors actors;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Clock clock;

    private Instant now = Instant.EPOCH;
    private Actor admin = new Actor("", "", "", Set.of(), Scope.NOTHING, List.of(), Set.of());

    @BeforeEach
    void today() {
        now = clock.instant();
        admin = actors.byUsername("admin");
    }

    @Test
    void aNewOfficerWorksAtOnceWithAnInitialPassword() {
        String password = staffing.hire(draft("test.new", "150502", Role.OFFICER), admin, now);

        assertThat(password).matches("(\\w{4}-){2}\\w{4}");
        assertThat(encoder.matches(password, records.passwordHash("test.new").orElseThrow()))
                .isTrue();
        assertThat(actors.byUsername("test.new").groups()).containsExactly("150502/OFFICER", "150502/COMMUNITY");
    }

    @Test
    void officersOfACommandStandInForItsCommunityWorkersAndNobodyElseDoes() {
        assertThat(actors.byUsername("150502.officer").groups()).contains("150502/COMMUNITY");
        assertThat(actors.byUsername("150502.leader").groups()).doesNotContain("150502/COMMUNITY");
        assertThat(actors.byUsername("150502.health").groups()).doesNotContain("150502-HEALTH/COMMUNITY");
        assertThat(actors.byUsername("150502.officer").roles()).doesNotContain(Role.COMMUNITY);
        assertThat(officers.inGroup("150502/COMMUNITY"))
                .extracting(Officer::username)
                .containsExactly("150502.officer");
        assertThat(officers.inGroup("150502901001/COMMUNITY"))
                .extracting(Officer::username)
                .containsExactly("150502.community");
        assertThat(officers.inGroup("nowhere/COMMUNITY")).isEmpty();
    }

    @Test
    void allThatIsWrongWithANewOfficerIsSaidAtOnce() {
        OfficerDraft draft = new OfficerDraft("Test New", " ", "150402", Set.of(), "nowhere");

        FaultsException refused = catchThrowableOfType(FaultsException.class, () -> staffing.hire(draft, admin, now));

        assertThat(refused.faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder("username", "name", "organisation", "roles", "email");
    }

    @Test
    void onlyAnAdministratorStaffsAndOnlyInHisScope() {
        assertThatThrownBy(() -> staffing.resetPassword("150502.health", actors.byUsername("150502.officer"), now))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> staffing.resetPassword("150402.officer", admin, now))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDeactivatedOfficerHandsOverAndIsNobodyFromThenOn() {
        staffing.hire(draft("test.next", "150502", Role.OFFICER), admin, now);
        actors.byUsername("150502.officer");

        staffing.deactivate("150502.officer", "test.next", admin, now);

        assertThat(officers.responsibleFor("150502")).isEqualTo(new Responsibility("test.next", "150502.leader"));
        assertThat(officers.inOrganization("150502"))
                .extracting(Officer::username)
                .doesNotContain("150502.officer");
        assertThatThrownBy(() -> actors.byUsername("150502.officer")).isInstanceOf(NotFoundException.class);
        assertThat(events(OfficerDeactivated.class))
                .containsExactly(new OfficerDeactivated("150502.officer", "150502", "test.next"));
    }

    @Test
    void withoutASuccessorTheDeputyAnswers() {
        staffing.deactivate("150502.officer", null, admin, now);

        assertThat(officers.responsibleFor("150502")).isEqualTo(new Responsibility("150502.leader", null));
    }

    @Test
    void nobodyLeavesAnOrganisationWithoutAnybodyResponsible() {
        assertThat(faults(() -> staffing.deactivate("150502.h1", null, admin, now)))
                .containsExactly("fault.officer.successor-needed");
    }

    @Test
    void aSuccessorWorksInTheSameOrganisation() {
        assertThat(faults(() -> staffing.deactivate("150502.officer", "150521.officer", admin, now)))
                .containsExactly("fault.officer.successor");
    }

    @Test
    void anAdministratorCannotLockHimselfOut() {
        assertThat(faults(() -> staffing.deactivate("admin", null, admin, now)))
                .containsExactly("fault.officer.own-administration");
        assertThat(faults(() -> staffing.change(draft("admin", "150500", Role.OFFICER), admin, now)))
                .containsExactly("fault.officer.own-administration");
    }

    @Test
    void aDeactivatedOfficerCanComeBackWithANewPassword() {
        staffing.deactivate("150502.leader", null, admin, now);
        assertThatThrownBy(() -> staffing.deactivate("150502.leader", null, admin, now))
                .isInstanceOf(StateConflictException.class);

        String password = staffing.reactivate("150502.leader", admin, now);

        assertThat(encoder.matches(
                        password, records.passwordHash("150502.leader").orElseThrow()))
                .isTrue();
        assertThat(actors.byUsername("150502.leader").is(Role.LEADER)).isTrue();
        assertThat(events(PasswordChanged.class)).containsExactly(new PasswordChanged("150502.leader"));
    }

    @Test
    void aSubstituteSharesGroupsAndRolesWhileTheSubstitutionLasts() {
        Instant from = now.minus(Duration.ofHours(1));
        staffing.substitute("150502.leader", "150502.officer", from, now.plus(Duration.ofDays(1)), admin, now);

        Actor substitute = actors.byUsername("150502.officer");

        assertThat(substitute.groups()).containsExactly("150502/OFFICER", "150502/COMMUNITY", "150502/LEADER");
        assertThat(substitute.is(Role.LEADER)).isTrue();
        assertThat(substitute.substitutes()).containsExactly("150502.leader");
        assertThat(officers.substitutes(List.of("150502.leader", "150502.health"), now))
                .containsOnlyKeys("150502.leader")
                .containsEntry("150502.leader", List.of("150502.officer"));

        Substitution running =
                staffing.substitutions("150502.leader", admin, now).get(0);
        staffing.endSubstitution("150502.leader", running.id(), admin, now);

        assertThat(actors.byUsername("150502.officer").groups()).containsExactly("150502/OFFICER", "150502/COMMUNITY");
    }

    @Test
    void administrationIsNotInherited() {
        Instant until = now.plus(Duration.ofDays(1));
        staffing.substitute("admin", "city.officer", now, until, actors.byUsername("admin"), now);

        assertThat(actors.byUsername("city.officer").is(Role.ADMIN)).isFalse();
    }

    @Test
    void responsiblePersonAndDeputyAreTwoOfficersOfTheOrganisation() {
        assertThat(faults(() -> staffing.appoint("150502", "150502.officer", "150502.officer", admin, now)))
                .containsExactly("fault.officer.deputy-same");
        assertThat(faults(() -> staffing.appoint("150502", null, "150521.officer", admin, now)))
                .containsExactly("fault.officer.responsible-needed", "fault.officer.not-here");

        staffing.appoint("150502", "150502.leader", "150502.officer", admin, now);

        assertThat(officers.responsibleFor("150502")).isEqualTo(new Responsibility("150502.leader", "150502.officer"));
    }

    @Test
    void answersForManyOrganisationsComeTogether() {
        List<String> codes = List.of("150502", "150502-H1", "nowhere");

        assertThat(officers.responsible(codes))
                .hasSize(3)
                .containsEntry("150502", new Responsibility("150502.officer", "150502.leader"))
                .containsEntry("nowhere", Responsibility.NOBODY);
        assertThat(officers.usernames(codes, Role.LEADER))
                .containsEntry("150502", List.of("150502.leader"))
                .containsEntry("150502-H1", List.of("150502.h1"))
                .containsEntry("nowhere", List.of());
        assertThat(officers.withRole("150502", Role.LEADER))
                .extracting(Officer::username)
                .containsExactly("150502.leader");
    }

    @Test
    void aServiceAccountHasTheRightsOfItsOrganisationButIsNobodysLeader() {
        assertThat(actors.byUsername("api").roles()).contains(Role.SERVICE, Role.OFFICER, Role.LEADER);
        assertThat(officers.withRole("150500", Role.LEADER))
                .extracting(Officer::username)
                .doesNotContain("api");
    }

    @Test
    void officersComeFromAFileTwiceWithoutEffect() {
        String file = """
                用户名,姓名,机构,角色,邮箱,责任人,副责任人
                test.one,示例员甲,150502-U1,工作人员 领导,one@example.org,是,
                test.two,示例员乙,150502-U1,OFFICER,,,是
                """;

        OfficerImport.Result first = take(file);

        assertThat(first.counts()).isEqualTo(new ImportCounts(2, 0, 0));
        assertThat(first.passwords()).containsOnlyKeys("test.one", "test.two");
        assertThat(officers.responsibleFor("150502-U1")).isEqualTo(new Responsibility("test.one", "test.two"));
        OfficerImport.Result second = take(file);
        assertThat(second.counts()).isEqualTo(new ImportCounts(0, 0, 2));
        assertThat(second.passwords()).isEmpty();
        assertThat(take(file.replace("示例员乙", "示例员丙")).counts()).isEqualTo(new ImportCounts(0, 1, 1));
    }

    @Test
    void allFaultsOfAFileOfOfficersComeAtOnce() {
        FaultsException refused = catchThrowableOfType(FaultsException.class, () -> take("""
                        username,name,organisation,roles,email,responsible
                        test.one,示例员甲,150402,OFFICER,,yes
                        test one,示例员乙,150502,BOSS OFFICER,here,maybe
                        150502.officer,示例员丙,150521,OFFICER,,
                        test.one,,150502,,,
                        """));

        assertThat(refused.faults())
                .extracting(fault -> fault.path() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "row[2].organisation fault.officer.unknown-organisation",
                        "row[3].username fault.officer.username-form",
                        "row[3].roles fault.import.unknown-word",
                        "row[3].email fault.officer.email-form",
                        "row[3].responsible fault.import.yes-or-no",
                        "row[4].organisation fault.officer.other-organisation",
                        "row[5].username fault.import.twice",
                        "row[5].name fault.import.missing",
                        "row[5].roles fault.import.missing");
    }

    private OfficerImport.Result take(String file) {
        return imports.take(file.getBytes(StandardCharsets.UTF_8), "officers.csv", admin, now);
    }

    private static OfficerDraft draft(String username, String organization, Role role) {
        return new OfficerDraft(username, "示例员", organization, Set.of(role), null);
    }

    private static List<String> faults(Runnable refused) {
        FaultsException problem = catchThrowableOfType(FaultsException.class, refused::run);
        return problem.faults().stream().map(Fault::code).toList();
    }

    @Autowired
    private ApplicationEvents events;

    private <T> List<T> events(Class<T> type) {
        return events.stream(type).toList();
    }
}
