package org.sifang.organization;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The people of the demonstration, made up for the organisations there are; every name is visibly invented. */
final class DemoStaff {

    private final Map<String, OfficerDraft> staff = new LinkedHashMap<>();
    private final Map<String, Responsibility> responsibilities = new LinkedHashMap<>();
    private final Set<String> countiesWithCommunity = new HashSet<>();

    private DemoStaff() {}

    static DemoStaff of(List<Organization> organizations) {
        DemoStaff demo = new DemoStaff();
        organizations.forEach(demo::staff);
        return demo;
    }

    List<OfficerDraft> officers() {
        return List.copyOf(staff.values());
    }

    Map<String, Responsibility> responsibilities() {
        return responsibilities;
    }

    private void staff(Organization organization) {
        switch (organization.kind()) {
            case COMMAND -> command(organization);
            case DEPARTMENT -> department(organization);
            case COMMUNITY -> community(organization);
            case LAB -> alone(organization, lab(organization), "检测员甲", Role.LAB);
            case MEDICAL -> alone(organization, contact(organization), "院感联络员甲");
            case UNIT -> alone(organization, contact(organization), "防控联络员甲");
        }
    }

    private void command(Organization command) {
        String code = command.code();
        String place = place(command);
        boolean first = code.equals("150500");
        String officer = hire(first ? "city.officer" : code + ".officer", place + "值班员甲", command, Role.OFFICER);
        String leader = hire(first ? "city.leader" : code + ".leader", place + "值班领导甲", command, Role.LEADER);
        String deputy = leader;
        if (first) {
            deputy = hire(code + ".officer", place + "值班员乙", command, Role.OFFICER);
            hire(code + ".leader", place + "值班领导乙", command, Role.LEADER);
        } else if (command.level() == OrganizationLevel.CITY) {
            // An appeal is decided by another leader than the one it is against.
            hire(code + ".leader2", place + "值班领导乙", command, Role.LEADER);
        }
        responsibilities.put(code, new Responsibility(officer, deputy));
        if (command.level() == OrganizationLevel.CITY) {
            String prefix = first ? "" : code + ".";
            hire(prefix + "admin", place + "管理员甲", command, Role.ADMIN);
            hire(prefix + "inspector", place + "督查员甲", command, Role.INSPECTOR);
            hire(prefix + "inspector2", place + "督查员乙", command, Role.INSPECTOR);
            hire(prefix + "discipline", place + "纪检员甲", command, Role.DISCIPLINE);
            hire(prefix + "supervisor", place + "监督员甲", command, Role.SUPERVISOR);
            hire(prefix + "api", place + "接口账号", command, Role.SERVICE);
        }
    }

    private void department(Organization department) {
        alone(department, contact(department), "联络员甲");
        boolean city = department.level() == OrganizationLevel.CITY;
        if (city && "CIVIL_AFFAIRS".equals(department.sector())) {
            // A city has no community of its own; its civil affairs bureau leads them.
            hire(department.division() + ".community", department.name() + "社区工作员甲", department, Role.COMMUNITY);
        }
    }

    private void community(Organization community) {
        String county = community.division().county().value();
        boolean first = community.level() == OrganizationLevel.COMMUNITY && countiesWithCommunity.add(county);
        alone(community, (first ? county : community.code()) + ".community", "网格员甲", Role.COMMUNITY);
    }

    /** One person does everything there: he works, signs and answers. */
    private void alone(Organization organization, String username, String title, Role... more) {
        Set<Role> roles = EnumSet.of(Role.OFFICER, Role.LEADER);
        roles.addAll(List.of(more));
        hire(username, organization.name() + title, organization, roles.toArray(Role[]::new));
        responsibilities.put(organization.code(), new Responsibility(username, null));
    }

    private String hire(String username, String name, Organization organization, Role... roles) {
        staff.putIfAbsent(username, new OfficerDraft(username, name, organization.code(), Set.of(roles), null));
        return username;
    }

    private static String lab(Organization lab) {
        return lab.code().equals("150500-L1") ? "lab" : contact(lab);
    }

    /** 150500-PUBLIC_SECURITY → 150500.public-security */
    private static String contact(Organization organization) {
        return organization.code().replaceFirst("-", ".").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** 科尔沁区新型冠状病毒感染肺炎防控工作指挥部 → 科尔沁区 */
    private static String place(Organization command) {
        return command.name().replaceFirst("新型冠状病毒.*$", "");
    }
}
