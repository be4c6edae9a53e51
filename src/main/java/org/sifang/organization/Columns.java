package org.sifang.organization;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns a file may have, each with the headings people use for it. */
final class Columns {

    private final List<String> names;
    private final Map<String, String> byHeading = new HashMap<>();
    private final Set<String> ignored;

    private Columns(List<String> names, Map<String, List<String>> synonyms) {
        this.names = names;
        this.ignored = Set.of("备注", "序号", "note", "remark");
        for (String name : names) {
            byHeading.put(key(name), name);
            synonyms.getOrDefault(name, List.of()).forEach(heading -> byHeading.put(key(heading), name));
        }
    }

    static final Columns ORGANIZATION = new Columns(
            List.of("code", "name", "kind", "level", "division", "parent", "sector", "grade", "unitKind"),
            Map.of(
                    "code", List.of("代码", "编码", "机构代码", "单位代码"),
                    "name", List.of("名称", "机构名称", "单位名称"),
                    "kind", List.of("类型", "机构类型"),
                    "level", List.of("级别", "层级"),
                    "division", List.of("区划", "区划代码", "行政区划代码"),
                    "parent", List.of("上级", "上级代码"),
                    "sector", List.of("条线", "行业", "主管行业"),
                    "grade", List.of("等级", "医院等级"),
                    "unitKind", List.of("单位类别", "单位类型", "unit kind", "unit_kind")));

    static final Columns OFFICER = new Columns(
            List.of("username", "name", "organisation", "roles", "email", "responsible", "deputy"),
            Map.of(
                    "username", List.of("用户名", "账号", "登录名", "user name", "user"),
                    "name", List.of("姓名", "显示名称"),
                    "organisation", List.of("机构", "机构代码", "单位代码", "organization"),
                    "roles", List.of("角色", "role"),
                    "email", List.of("邮箱", "电子邮箱", "电子邮件", "mail", "e-mail"),
                    "responsible", List.of("责任人", "是否责任人"),
                    "deputy", List.of("副责任人", "是否副责任人", "代理责任人")));

    @Nullable
    String named(String heading) {
        return byHeading.get(key(heading));
    }

    boolean mayBeIgnored(String heading) {
        return ignored.contains(key(heading));
    }

    String all() {
        return names.stream().collect(Collectors.joining(", "));
    }

    private static String key(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
