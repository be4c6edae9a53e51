package org.sifang.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sifang.kernel.TypedText;

/** What a sheet of found people tells, under the headings that counties really use. */
enum Column {
    NAME(true, "姓名", "名字", "人员姓名", "name", "fullname"),
    SEX(true, "性别", "sex", "gender"),
    AGE(true, "年龄", "岁数", "周岁", "age"),
    DOCUMENT(
            true,
            "身份证号",
            "身份证号码",
            "证件号码",
            "证件号",
            "公民身份号码",
            "公民身份证号",
            "公民身份证号码",
            "居民身份证号",
            "居民身份证号码",
            "身份证",
            "身份证件号码",
            "id",
            "idnumber",
            "idno",
            "idcard",
            "idcardnumber",
            "identitynumber",
            "documentnumber"),
    PHONE(
            true,
            "联系方式",
            "电话",
            "手机号",
            "手机",
            "联系电话",
            "手机号码",
            "电话号码",
            "移动电话",
            "本人电话",
            "本人联系方式",
            "phone",
            "phonenumber",
            "mobile",
            "mobilephone",
            "telephone",
            "tel",
            "contact"),
    ADDRESS(
            true,
            "家庭住址",
            "现住址",
            "住址",
            "地址",
            "家庭地址",
            "现居住地址",
            "现居住地",
            "居住地址",
            "居住地",
            "详细地址",
            "详细住址",
            "address",
            "homeaddress",
            "residence"),
    CATEGORY(true, "人员类别", "类别", "人员分类", "人员类型", "category", "personcategory"),
    DOCUMENT_TYPE(false, "证件类型", "证件种类", "证件类别", "documenttype", "idtype");

    private static final Pattern REMARK = Pattern.compile("\\(.*?\\)|【.*?】|\\[.*?]");
    private static final Pattern DECORATION = Pattern.compile("[\\s*※★:：_\\-.、]");

    private final boolean required;
    private final Set<String> headings;

    Column(boolean required, String... headings) {
        this.required = required;
        this.headings = Set.of(headings);
    }

    boolean isRequired() {
        return required;
    }

    /** The field's name in faults. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no column has this path */
    static Column of(String path) {
        return valueOf(path.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String plain(String heading) {
        String plain = REMARK.matcher(TypedText.tidy(heading)).replaceAll("");
        return DECORATION.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The column under this heading; blanks, width, asterisks and remarks in brackets do not matter. */
    static Optional<Column> under(String heading) {
        String plain = plain(heading);
        for (Column column : values()) {
            if (column.headings.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
