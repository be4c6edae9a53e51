package org.sifang.person;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one place where clear values become what may be shown to everybody in scope. */
final class Masks {

    private static final String HIDDEN = "****";
    private static final String MIDDLE_DOT = "·";

    /** Surnames of two characters, which stay whole: 欧阳** rather than 欧***. */
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "东方", "独孤", "南宫", "夏侯", "宇文", "长孙", "端木",
            "轩辕", "呼延", "闻人", "百里", "东郭", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "赫连",
            "万俟", "第五", "拓跋", "完颜", "纳兰");

    private static final Pattern STREET = Pattern.compile("^.{2,40}?(?:街道|镇|乡|苏木)");
    private static final Pattern COUNTY = Pattern.compile("^.{1,30}(?<![小社园校厂矿院景市辖])(?:区|县|旗|市|盟|州)");
    private static final Pattern HOUSE = Pattern.compile("[0-9０-９#＃]");

    private Masks() {}

    /** 张三 → 张*, 欧阳某某 → 欧阳**, 阿某·某某 → 阿*·**. */
    static String name(String name) {
        int kept = Character.charCount(name.codePointAt(0));
        int points = name.codePointCount(0, name.length());
        if (points > 2 && COMPOUND_SURNAMES.contains(name.substring(0, 2))) {
            kept = 2;
        }
        StringBuilder masked = new StringBuilder(name.substring(0, kept));
        name.substring(kept)
                .codePoints()
                .forEach(point -> masked.append(
                        MIDDLE_DOT.codePointAt(0) == point || point == ' ' ? Character.toString(point) : "*"));
        return masked.toString();
    }

    /** 15050219900101123X → 150502********123X; of other documents the first and the last characters stay. */
    static String number(DocumentType type, String number) {
        if (number.length() == IdentityNumber.LENGTH && type != DocumentType.PASSPORT) {
            return keep(number, 6, 4);
        }
        return keep(number, 1, number.length() > 7 ? 3 : 1);
    }

    /** 19900000001 → 199****0001; of other numbers the first three and the last three characters stay. */
    static String phone(String phones) {
        StringBuilder masked = new StringBuilder();
        for (String phone : phones.split(PhoneNumber.SEPARATOR)) {
            if (!masked.isEmpty()) {
                masked.append(PhoneNumber.SEPARATOR);
            }
            masked.append(phone.length() == 11 && phone.startsWith("1") ? keep(phone, 3, 4) : keep(phone, 3, 3));
        }
        return masked.toString();
    }

    /** Province, city, county and street stay; village, building and room go. */
    static String address(String address) {
        Matcher house = HOUSE.matcher(address);
        String place = house.find() ? address.substring(0, house.start()) : address;
        Matcher street = STREET.matcher(place);
        if (street.find()) {
            return street.group() + HIDDEN;
        }
        Matcher county = COUNTY.matcher(place);
        return county.find() ? county.group() + HIDDEN : HIDDEN;
    }

    private static String keep(String value, int first, int last) {
        if (value.length() <= first + last) {
            return "*".repeat(value.length());
        }
        return value.substring(0, first)
                + "*".repeat(value.length() - first - last)
                + value.substring(value.length() - last);
    }
}
