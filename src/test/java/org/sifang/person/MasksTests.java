package org.sifang.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "欧阳某某, 欧阳**",
        "欧阳, 欧*",
        "单某, 单*",
        "𠮷某某, 𠮷**",
        "某𠮷, 某*",
        "包·其某某𠮷, 包·****",
        "阿某·某某, 阿*·**",
        "John Doe, J*** ***",
        "某, 某",
    })
    void ofANameTheFirstCharacterStays(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "内蒙古自治区通辽市科尔沁区明仁街道示例小区3号楼2单元401, 内蒙古自治区通辽市科尔沁区明仁街道****",
        "通辽市奈曼旗大沁他拉镇示例嘎查12号, 通辽市奈曼旗大沁他拉镇****",
        "扎鲁特旗巴彦塔拉苏木示例嘎查, 扎鲁特旗巴彦塔拉苏木****",
        "开鲁县示例小区8号, 开鲁县****",
        "通辽市科尔沁区示例小区8号, 通辽市科尔沁区****",
        "示例小区3号楼, ****",
        "8号, ****",
    })
    void ofAnAddressTheStreetStaysAndTheHouseGoes(String address, String masked) {
        assertThat(Masks.address(address)).isEqualTo(masked);
    }

    @Test
    void aPersonPrintsMasked() {
        PersonClear person = new PersonClear(
                new UUID(0, 1),
                new Document(DocumentType.ID_CARD, "11010519491231002X"),
                "张某某",
                Sex.FEMALE,
                70,
                "19900000001",
                "开鲁县示例街道8号");

        assertThat(person.toString())
                .doesNotContain("19491231", "某", "19900000001", "8号")
                .contains("张**", "199****0001");
        assertThat(person.masked().idNumber()).isEqualTo("110105********002X");
    }
}
