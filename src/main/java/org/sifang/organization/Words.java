package org.sifang.organization;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the files: each value under its own name and under the Chinese words people write for it. */
final class Words {

    private static final Words.Of<OrganizationKind> KINDS = of(
            OrganizationKind.class,
            Map.of(
                    OrganizationKind.COMMAND, List.of("指挥部"),
                    OrganizationKind.DEPARTMENT, List.of("部门"),
                    OrganizationKind.UNIT, List.of("单位", "企事业单位"),
                    OrganizationKind.MEDICAL, List.of("医疗机构", "医院"),
                    OrganizationKind.COMMUNITY, List.of("社区", "嘎查村", "街道"),
                    OrganizationKind.LAB, List.of("实验室", "检测机构")));
    private static final Words.Of<OrganizationLevel> LEVELS = of(
            OrganizationLevel.class,
            Map.of(
                    OrganizationLevel.CITY, List.of("市级", "市"),
                    OrganizationLevel.COUNTY, List.of("县级", "旗县级", "旗县市区"),
                    OrganizationLevel.TOWNSHIP, List.of("乡级", "乡镇级", "苏木乡镇", "街道"),
                    OrganizationLevel.COMMUNITY, List.of("社区", "村级", "嘎查村")));
    private static final Words.Of<Role> ROLES = of(
            Role.class,
            Map.of(
                    Role.ADMIN, List.of("管理员"),
                    Role.OFFICER, List.of("工作人员", "经办人"),
                    Role.LEADER, List.of("领导"),
                    Role.COMMUNITY, List.of("社区工作者", "网格员"),
                    Role.LAB, List.of("检测人员"),
                    Role.INSPECTOR, List.of("督查员"),
                    Role.DISCIPLINE, List.of("纪检人员"),
                    Role.SUPERVISOR, List.of("监督员"),
                    Role.SERVICE, List.of("接口账号")));
    private static final Map<String, Integer> GRADES = Map.of("1", 1, "2", 2, "3", 3, "一级", 1, "二级", 2, "三级", 3);
    private static final Map<String, String> SECTORS = Map.ofEntries(
            Map.entry("卫健", "HEALTH"),
            Map.entry("公安", "PUBLIC_SECURITY"),
            Map.entry("工信", "INDUSTRY"),
            Map.entry("发改", "DEVELOPMENT"),
            Map.entry("教育", "EDUCATION"),
            Map.entry("交通", "TRANSPORT"),
            Map.entry("商务", "COMMERCE"),
            Map.entry("文旅", "CULTURE_TOURISM"),
            Map.entry("民政", "CIVIL_AFFAIRS"),
            Map.entry("司法", "JUSTICE"),
            Map.entry("市场监管", "MARKET"),
            Map.entry("宣传", "PUBLICITY"),
            Map.entry("网信", "CYBERSPACE"),
            Map.entry("海关", "CUSTOMS"),
            Map.entry("铁路", "RAILWAY"),
            Map.entry("民航", "AVIATION"),
            Map.entry("邮政", "POST"));
    private static final Map<String, String> UNIT_KINDS = Map.of(
            "学校", "SCHOOL",
            "工厂", "FACTORY",
            "市场", "MARKET",
            "养老机构", "CARE_HOME",
            "酒店", "HOTEL",
            "车站", "STATION");
    private static final Set<String> YES = Set.of("是", "yes", "y", "true", "1", "√");
    private static final Set<String> NO = Set.of("否", "no", "n", "false", "0");

    private Words() {}

    static Optional<OrganizationKind> kind(String text) {
        return KINDS.find(text);
    }

    static Optional<OrganizationLevel> level(String text) {
        return LEVELS.find(text);
    }

    static Optional<Role> role(String text) {
        return ROLES.find(text);
    }

    static Optional<Integer> grade(String text) {
        return Optional.ofNullable(GRADES.get(text));
    }

    /** Lines of work are open words, in capitals: a province may have others than the seventeen. */
    static Optional<String> sector(String text) {
        return openWord(SECTORS.getOrDefault(text, text));
    }

    static Optional<String> unitKind(String text) {
        return openWord(UNIT_KINDS.getOrDefault(text, text));
    }

    static Optional<Boolean> yesOrNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static List<String> list(String text) {
        return List.copyOf(Arrays.stream(text.split("[\\s,，;；、/|]+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    static String kinds() {
        return KINDS.names();
    }

    static String levels() {
        return LEVELS.names();
    }

    static String roles() {
        return ROLES.names();
    }

    private static Optional<String> openWord(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        return word.matches("[A-Z][A-Z0-9_]{1,39}") ? Optional.of(word) : Optional.empty();
    }

    private static <E extends Enum<E>> Of<E> of(Class<E> type, Map<E, List<String>> synonyms) {
        Map<String, E> byWord = new HashMap<>();
        Map<E, String> names = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            names.put(value, value.name());
            byWord.put(value.name(), value);
            synonyms.getOrDefault(value, List.of()).forEach(word -> byWord.put(word, value));
        }
        return new Of<>(byWord, String.join(", ", names.values()));
    }

    private record Of<E>(Map<String, E> byWord, String names) {

        Optional<E> find(String text) {
            return Optional.ofNullable(byWord.get(text.toUpperCase(Locale.ROOT)));
        }
    }
}
