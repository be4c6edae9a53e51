package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/** Which community an address names. */
class CarerMatchTests {

    private static final String COMMAND = "新型冠状病毒感染肺炎防控工作指挥部";

    private static final List<Organization> ALL = List.of(
            command("150500", "通辽市" + COMMAND, OrganizationLevel.CITY),
            command("150502", "科尔沁区" + COMMAND, OrganizationLevel.COUNTY),
            command("150523", "通辽市开鲁县疫情防控指挥部", OrganizationLevel.COUNTY),
            community("150502901", "科尔沁区示例街道办事处", "150502", OrganizationLevel.TOWNSHIP),
            community("150502901001", "科尔沁区第一示例社区", "150502901", OrganizationLevel.COMMUNITY),
            community("150502901002", "科尔沁区第一示例社区东苑社区", "150502901", OrganizationLevel.COMMUNITY),
            community("150502901003", "科尔沁区同名社区", "150502901", OrganizationLevel.COMMUNITY),
            community("150502902", "科尔沁区示例镇人民政府", "150502", OrganizationLevel.TOWNSHIP),
            community("150502902001", "科尔沁区示例镇示例村", "150502902", OrganizationLevel.COMMUNITY),
            community("150502902003", "科尔沁区同名社区", "150502902", OrganizationLevel.COMMUNITY),
            community("150502902004", "社区", "150502902", OrganizationLevel.COMMUNITY),
            community("150523901", "开鲁县示例街道办事处", "150523", OrganizationLevel.TOWNSHIP),
            community("150523901001", "开鲁县第一示例社区", "150523901", OrganizationLevel.COMMUNITY));

    @ParameterizedTest(name = "registered by {0}, living at {1}: {2}")
    @CsvSource(textBlock = """
            # by:         lives at:                                      cared for by
            150502,       通辽市科尔沁区示例街道第一示例社区3号楼201,        150502901001
            150502,       第一示例社区 3 号楼,                             150502901001
            150502,       科尔沁区第 一 示例社区３号楼,                      150502901001
            150502,       科尔沁区第一示例社区东苑社区9号,                   150502901002
            150502,       科尔沁区示例街道12号,                            150502901
            150502,       科尔沁区示例镇示例村三组,                         150502902001
            150502,       科尔沁区示例镇别的村三组,                         150502902
            150502,       科尔沁区示例镇同名社区,                           150502902003
            150502,       示例街道同名社区,                               150502901003
            150502,       科尔沁区同名社区,
            150502,       科尔沁区某某社区,
            150502,       科尔沁区别的路1号,
            150502,       开鲁县第一示例社区1号,
            150500,       通辽市开鲁县第一示例社区1号,                      150523901001
            150500,       通辽市第一示例社区1号,
            150502901001, 科尔沁区别的路1号,                              150502901001
            150502901001, 科尔沁区示例镇示例村三组,                         150502901001
            150502902,    科尔沁区示例镇示例村三组,                         150502902001
            150502902,    科尔沁区示例街道12号,                            150502902
            """)
    void theCommunityTheAddressNamesLooksAfterHer(String holder, String address, @Nullable String carer) {
        assertThat(CarerMatch.of(organization(holder), ALL).carer(address)).isEqualTo(carer);
    }

    @Test
    void aThousandAddressesInACountyOfFourHundredCommunitiesAreQuick() {
        List<Organization> county = new ArrayList<>(ALL);
        IntStream.range(100, 500)
                .mapToObj(number -> community(
                        "150502901" + number, "科尔沁区示例" + number + "社区", "150502901", OrganizationLevel.COMMUNITY))
                .forEach(county::add);
        CarerMatch match = CarerMatch.of(organization("150502"), county);
        long start = System.nanoTime();

        List<@Nullable String> carers = IntStream.range(0, 1_000)
                .mapToObj(number -> match.carer("通辽市科尔沁区示例街道示例" + (100 + number % 400) + "社区" + number + "号"))
                .toList();

        assertThat(carers).doesNotContainNull().contains("150502901499");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static Organization organization(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }

    private static Organization command(String code, String name, OrganizationLevel level) {
        return new Organization(
                code, name, OrganizationKind.COMMAND, level, new DivisionCode(code), null, null, null, null);
    }

    private static Organization community(String code, String name, String parent, OrganizationLevel level) {
        return new Organization(
                code, name, OrganizationKind.COMMUNITY, level, new DivisionCode(code), parent, null, null, null);
    }
}
