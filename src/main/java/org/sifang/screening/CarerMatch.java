package org.sifang.screening;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.TypedText;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

/**
 * Finds the community that an address names, for those whom one organisation registers. The names are compiled once for
 * each county, so that a thousand addresses cost little; an address that names none, or two alike, is left to people.
 */
final class CarerMatch {

    /** (某市)科尔沁区新型冠状病毒…指挥部 → 科尔沁区. */
    private static final Pattern PLACE =
            Pattern.compile("^(?:.{2,8}?市(?=.{1,10}[区县旗市]))?(.{2,12}?)(?:新型冠状病毒|新冠|疫情|防控|应急|指挥部).*");

    /** What an office is called, and no address says. */
    private static final Pattern OFFICE = Pattern.compile("(办事处|人民政府|居民委员会|村民委员会|嘎查委员会|居委会|村委会|党群服务中心)$");

    private static final int SHORTEST = 3;

    private final Organization holder;
    private final List<Organization> all;
    private final Map<String, String> counties;
    private final Map<String, List<Name>> compiled = new HashMap<>();

    private CarerMatch(Organization holder, List<Organization> all) {
        this.holder = holder;
        this.all = all;
        this.counties = counties(all);
    }

    /** @param all every organisation there is */
    static CarerMatch of(Organization holder, List<Organization> all) {
        return new CarerMatch(holder, all);
    }

    /** @param text as an address has it, without the county before it and the office behind it */
    private record Name(String text, Organization community) {

        boolean isCommunity() {
            return community.level() == OrganizationLevel.COMMUNITY;
        }
    }

    /** Code of the organisation to look after somebody living there; null when the address names none. */
    @Nullable
    String carer(String address) {
        String compact = TypedText.compact(address);
        String named = county(compact)
                .flatMap(county -> named(compact, county))
                .map(Organization::code)
                .orElse(null);
        return named == null && holder.kind() == OrganizationKind.COMMUNITY ? holder.code() : named;
    }

    /** The county the address names; where it names none, that of the organisation itself, if it has one. */
    private Optional<String> county(String address) {
        String own = holder.division().county().value();
        Optional<String> named = counties.entrySet().stream()
                .filter(county -> address.contains(county.getValue()))
                .max(Comparator.comparingInt(county -> county.getValue().length()))
                .map(Map.Entry::getKey);
        if (named.isPresent()) {
            return named.filter(
                    county -> county.startsWith(holder.division().county().prefix()));
        }
        return own.endsWith("00") ? Optional.empty() : Optional.of(own);
    }

    private Optional<Organization> named(String address, String county) {
        List<Name> names = compiled.computeIfAbsent(county, this::compile);
        return longest(address, names.stream().filter(Name::isCommunity))
                .or(() -> longest(address, names.stream().filter(name -> !name.isCommunity())));
    }

    /** Of two communities alike the one whose township is named, too; else none. */
    private Optional<Organization> longest(String address, Stream<Name> names) {
        List<Name> found = names.filter(name -> address.contains(name.text())).toList();
        int length = found.stream().mapToInt(name -> name.text().length()).max().orElse(0);
        List<Organization> best = found.stream()
                .filter(name -> name.text().length() == length)
                .map(Name::community)
                .toList();
        return best.size() < 2 ? best.stream().findFirst() : ofNamedTownship(address, best);
    }

    private Optional<Organization> ofNamedTownship(String address, List<Organization> alike) {
        List<Organization> left = alike.stream()
                .filter(community -> compiled
                        .getOrDefault(community.division().county().value(), List.of())
                        .stream()
                        .filter(name -> name.community().code().equals(community.parent()))
                        .anyMatch(township -> address.contains(township.text())))
                .toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    /** The communities of a county that this organisation may give work to. */
    private List<Name> compile(String county) {
        String place = counties.getOrDefault(county, "");
        return all.stream()
                .filter(one -> one.kind() == OrganizationKind.COMMUNITY)
                .filter(one -> one.division().county().value().equals(county))
                .filter(one -> holder.division().covers(one.division()))
                .map(one -> new Name(text(one, place), one))
                .filter(name -> name.text().length() >= SHORTEST)
                .toList();
    }

    private static String text(Organization community, String place) {
        String name = TypedText.compact(community.name());
        String tail = place.isEmpty()
                ? name
                : name.substring(name.indexOf(place) < 0 ? 0 : name.indexOf(place) + place.length());
        return OFFICE.matcher(tail).replaceFirst("");
    }

    /** Names of the counties, by code. */
    private static Map<String, String> counties(List<Organization> all) {
        Map<String, String> counties = new HashMap<>();
        all.stream()
                .filter(one -> one.kind() == OrganizationKind.COMMAND && one.level() == OrganizationLevel.COUNTY)
                .forEach(command -> {
                    Matcher place = PLACE.matcher(TypedText.compact(command.name()));
                    if (place.find()) {
                        counties.put(command.division().value(), place.group(1));
                    }
                });
        return counties;
    }
}
