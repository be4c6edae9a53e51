package org.sifang.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every address there is, as somebody whom nobody knows. */
@SifangTest
@NullMarked
class StrangersTests {

    @Autowired
    private MockMvc http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void aStrangerGetsNothingButWhatIsPublic() throws Exception {
        AntPathMatcher matcher = new AntPathMatcher();
        List<String> open = new ArrayList<>();
        Set<String> walked = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x");
                boolean isPublic =
                        List.of(SecurityConfiguration.PUBLIC).stream().anyMatch(known -> matcher.match(known, path));
                for (HttpMethod method : methods(mapping)) {
                    walked.add(path);
                    int status = http.perform(request(method, path))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    boolean refused = status == 401 || status == 403 || status == 302;
                    if (!isPublic && !refused) {
                        open.add(method + " " + path + " " + status);
                    }
                }
            }
        }
        assertThat(walked).contains("/admin", "/admin/officers/x");
        assertThat(open).isEmpty();
    }

    @Test
    void whatIsPublicIsAShortList() {
        assertThat(SecurityConfiguration.PUBLIC)
                .containsExactlyInAnyOrder(
                        "/login",
                        "/language",
                        "/app/**",
                        "/favicon.ico",
                        "/actuator/health",
                        "/actuator/health/**",
                        "/declare/**");
    }

    @Test
    void healthTellsNoDetails() throws Exception {
        String body = http.perform(request(HttpMethod.GET, "/actuator/health"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body).contains("status").doesNotContain("components", "details", "postgres");
    }

    @Test
    void otherPartsOfTheActuatorAreForNobody() throws Exception {
        for (String path : Map.of("env", 0, "heapdump", 0, "prometheus", 0).keySet()) {
            assertThat(http.perform(request(HttpMethod.GET, "/actuator/" + path))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(302, 403);
        }
    }

    private static List<HttpMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
    }
}
