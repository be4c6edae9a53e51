package org.sifang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.FaultsException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@SifangTest
@Transactional
@NullMarked
class OrganizationImportTests {

    private static final Instant NOW = Instant.parse("2020-10-12T01:00:00Z");

    @Autowired
    private OrganizationImport imports;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Actors actors;

    @Test
    void aParentMayComeLaterInTheFile() {
        ImportCounts counts = take("x.csv", """
                code,name,kind,level,division,parent,sector,grade,unitKind
                150502-X2,示例二厂,UNIT,COUNTY,150502,150502-X1,INDUSTRY,,FACTORY
                150502-X1,示例一厂,UNIT,COUNTY,150502,150502,INDUSTRY,,FACTORY
                """);

        assertThat(counts).isEqualTo(new ImportCounts(2, 0, 0));
        assertThat(organizations.require("150502-X2").parent()).isEqualTo("150502-X1");
    }

    @Test
    void takingTheSameFileAgainChangesNothing() {
        String file = "code,name,kind,level,division,parent\n150502-X1,示例一厂,UNIT,COUNTY,150502,150502\n";
        take("x.csv", file);

        assertThat(take("x.csv", file)).isEqualTo(new ImportCounts(0, 0, 1));
    }

    @Test
    void aChangedLineUpdates() {
        take("x.csv", "code,name,kind,level,division\n150502-X1,示例一厂,UNIT,COUNTY,150502\n");

        ImportCounts counts = take("x.csv", "code,name,kind,level,division\n150502-X1,示例新厂,UNIT,COUNTY,150502\n");

        assertThat(counts).isEqualTo(new ImportCounts(0, 1, 0));
        assertThat(organizations.require("150502-X1").name()).isEqualTo("示例新厂");
    }

    @Test
    void chineseHeadingsAndWordsInGb18030AreUnderstood() {
        byte[] file = "代码,名称,类型,级别,区划,上级,条线,等级,备注\n150502-X1,示例·𠮷医院,医疗机构,县级,150502,150502-HEALTH,卫健,二级,新\n"
                .getBytes(Charset.forName("GB18030"));

        imports.take(file, "机构.csv", admin(), NOW);

        Organization hospital = organizations.require("150502-X1");
        assertThat(hospital.name()).isEqualTo("示例·𠮷医院");
        assertThat(hospital.kind()).isEqualTo(OrganizationKind.MEDICAL);
        assertThat(hospital.sector()).isEqualTo("HEALTH");
        assertThat(hospital.grade()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(take("x.csv", "\uFEFFcode;name;kind;level;division\n150502-X1;示例一厂;UNIT;COUNTY;150502\n")
                        .created())
                .isEqualTo(1);
    }

    @Test
    void yamlIsTakenAsAListOrUnderItsName() {
        String item = "{code: 150502-X1, name: 示例一厂, kind: UNIT, level: COUNTY, division: 150502, unitKind: FACTORY}";

        assertThat(take("x.yaml", "- " + item).created()).isEqualTo(1);
        assertThat(take("x.yml", "organisations:\n  - " + item).unchanged()).isEqualTo(1);
    }

    @Test
    void allFaultsComeAtOnceWithTheirPlace() {
        FaultsException refused = refused("x.csv", """
                code,name,kind,level,division,parent,grade,colour
                150502-X1,,UNIT,COUNTY,150502,150502,,
                15 0502,示例二厂,SHOP,COUNTY,1505,nowhere,,
                150502-X3,示例三厂,UNIT,COUNTY,150502,nowhere,2,
                150502-X1,示例四厂,UNIT,COUNTY,150502,150502-X1,,
                """);

        assertThat(refused.faults())
                .extracting(fault -> fault.path() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "row[1] fault.import.unknown-column",
                        "row[2].name fault.import.missing",
                        "row[3].code fault.organization.code-form",
                        "row[3].kind fault.import.unknown-word",
                        "row[3].division fault.organization.division-form",
                        "row[4].parent fault.organization.unknown-parent",
                        "row[4].grade fault.organization.grade-without-hospital",
                        "row[5].code fault.import.twice",
                        "row[5].parent fault.organization.own-parent");
        assertThat(organizations.find("150502-X3")).isEmpty();
    }

    @Test
    void aCircleOfParentsIsRefusedAlsoWhenItGoesThroughWhatIsThere() {
        assertThat(refused(
                                "x.yaml",
                                "- {code: '150502', name: 改, kind: COMMAND, level: COUNTY, division: '150502', parent: 150502-HEALTH}")
                        .faults())
                .extracting(fault -> fault.path() + " " + fault.code())
                .containsExactly("[0].parent fault.organization.circle");
    }

    @Test
    void anAdministratorImportsWithinHisScopeOnly() {
        assertThat(refused("x.csv", "code,name,kind,level,division\n150402-X1,示例一厂,UNIT,COUNTY,150402\n")
                        .faults())
                .extracting(fault -> fault.code())
                .containsExactly("fault.organization.out-of-scope");
        assertThatThrownBy(() -> imports.take(new byte[] {1}, "x.csv", actors.byUsername("150502.officer"), NOW))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsReason() {
        assertThat(codes("x.csv", "")).containsExactly("fault.import.empty");
        assertThat(codes("x.csv", "code,name\n")).containsExactly("fault.import.empty");
        assertThat(codes("x.yaml", "a: [1")).containsExactly("fault.import.unreadable");
        assertThat(codes("x.yaml", "a: 1")).containsExactly("fault.import.no-list");
        assertThat(codes("x.yaml", "- 1")).containsExactly("fault.import.no-object");
        FaultsException binary = catchThrowableOfType(
                FaultsException.class, () -> imports.take(new byte[] {'P', 'K', 3, 4, 0, 0}, "x.csv", admin(), NOW));
        assertThat(binary.faults()).extracting(fault -> fault.code()).containsExactly("fault.import.encoding");
    }

    private ImportCounts take(String filename, String content) {
        return imports.take(content.getBytes(StandardCharsets.UTF_8), filename, admin(), NOW);
    }

    private FaultsException refused(String filename, String content) {
        return catchThrowableOfType(FaultsException.class, () -> take(filename, content));
    }

    private List<String> codes(String filename, String content) {
        return refused(filename, content).faults().stream()
                .map(fault -> fault.code())
                .toList();
    }

    private Actor admin() {
        return actors.byUsername("admin");
    }
}
