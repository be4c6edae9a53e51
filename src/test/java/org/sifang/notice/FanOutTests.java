package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sifang.notice.Definitions.SHANGHAI;
import static org.sifang.notice.Definitions.brief;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.OrganizationKind;
import org.springframework.context.support.ResourceBundleMessageSource;

class FanOutTests {

    private static final Instant MORNING = Instant.parse("2020-10-12T01:00:00Z");

    /** Nine county commands, and ten health departments. */
    private final AddresseeLookup register = new AddresseeLookup() {
        @Override
        public boolean exists(String code) {
            return Set.of("150500", "150400", "150502").contains(code);
        }

        @Override
        public int count(AddresseeRule rule, String issuer) {
            if (rule.sectors().contains("HEALTH")) {
                return 10;
            }
            return rule.kinds().equals(Set.of(OrganizationKind.COMMAND))
                    ? 9
                    : rule.kinds().isEmpty() ? 1 : 19;
        }
    };

    @Test
    void thePreviewCountsEveryObligation() {
        FanOutPreview preview = FanOut.preview(Definitions.tongliao(), register, MORNING, SHANGHAI);

        assertThat(preview.lines())
                .extracting(FanOutPreview.Line::obligation)
                .containsExactly("stock", "daily", "publicity", "hospitals");
        assertThat(preview.totalDuties()).isEqualTo(9 + 9 + 19 + 10);
        assertThat(preview.firstDue()).isEqualTo(Instant.parse("2020-10-12T13:00:00Z"));
        assertThat(preview.lines().get(1).firstDue()).isEqualTo(Instant.parse("2020-10-13T10:00:00Z"));
    }

    @Test
    void nineCountyCommandsTimesTwoObligations() {
        FanOutPreview preview = FanOut.preview(Definitions.tongliao(), register, MORNING, SHANGHAI);
        FanOutSentence sentence = new FanOutSentence(messages(), SHANGHAI);

        assertThat(sentence.of(preview, MORNING, Locale.ENGLISH))
                .containsExactly(
                        "9 county commands × 2 obligations, first due 21:00",
                        "19 city and county commands and departments × 1 obligation, first due 10-15 09:00",
                        "10 city and county health departments × 1 obligation, first due 10-19 09:00");
        assertThat(sentence.of(preview, MORNING, Locale.SIMPLIFIED_CHINESE))
                .containsExactly(
                        "9 个旗县市区指挥部 × 2 项职责，首个截止 21:00",
                        "19 个市级、旗县市区指挥部、部门 × 1 项职责，首个截止 10-15 09:00",
                        "10 个市级、旗县市区卫生健康部门 × 1 项职责，首个截止 10-19 09:00");
    }

    @Test
    void theRegisterIsAskedForEverythingThatIsNamed() {
        String text = Definitions.secondText()
                .replace("issuer: 150400", "issuer: 159900")
                .replace("title:", "supersedes: 某号\ntitle:")
                .replaceFirst("level: COUNTY", "codes: [150502, '159901']")
                .replace("targets: {", "targets: {codes: ['159902'], ");
        DefinitionCheck check = new DefinitionCheck(register, number -> false);

        assertThat(check.faults(new DefinitionReader().read(text)))
                .extracting(fault -> brief(fault))
                .containsExactly(
                        "issuer noSuchIssuer",
                        "supersedes noSuchNumber",
                        "obligations[0].addressees.codes[1] noSuchOrganization",
                        "obligations[3].targets.codes[0] noSuchOrganization");
        assertThat(new DefinitionCheck(register, number -> true).faults(Definitions.second()))
                .isEmpty();
    }

    @Test
    void anObligationWithoutAddresseesIsAFault() {
        AddresseeLookup empty = new AddresseeLookup() {
            @Override
            public boolean exists(String code) {
                return true;
            }

            @Override
            public int count(AddresseeRule rule, String issuer) {
                return 0;
            }
        };
        DefinitionCheck check = new DefinitionCheck(empty, number -> true);

        assertThatThrownBy(() -> check.require(Definitions.second()))
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> brief(fault))
                                .isEqualTo(List.of(
                                        "obligations[0].addressees noAddressees",
                                        "obligations[1].addressees noAddressees",
                                        "obligations[2].addressees noAddressees",
                                        "obligations[3].addressees noAddressees")));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/notice");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
